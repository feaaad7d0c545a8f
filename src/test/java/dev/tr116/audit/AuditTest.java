package dev.tr116.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.ImportException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {
  private static final String HEAD =
      "id,place,text,table,metric,filter,against,combination,each,statistic,fold,comparison,"
          + "published,note\n";

  /** Two models with three runs each: 90, 92, 94 and 70, 80, 81. */
  private static final DataSet DATA =
      data(run("a", 90), run("a", 92), run("a", 94), run("b", 70), run("b", 80), run("b", 81));

  @ParameterizedTest
  @CsvSource({
    "mean, equals, 84.5, REPRODUCES",
    "mean, equals, 84.6, DIFFERS",
    "mean, equals, 85, REPRODUCES",
    "max, at_most, 93, DIFFERS",
    "max, at_most, 94, REPRODUCES",
    "min, at_least, 71, DIFFERS",
    "min, within, 70..72, REPRODUCES",
    "min, within, 72..80, DIFFERS",
    "count, equals, 6, REPRODUCES",
    "median, equals, 85.5, REPRODUCES",
    "range, equals, 24, REPRODUCES",
    "p5, equals, 72.5, REPRODUCES",
    "p95, equals, 93.5, REPRODUCES",
    "between, equals, 112.5, REPRODUCES",
    "within, equals, 20.5, REPRODUCES",
    "within, equals, 20.6, DIFFERS",
    "value, equals, 84.5, CANNOT_TELL"
  })
  void judgesAFigureAtItsOwnRounding(
      String statistic, String comparison, String published, Outcome outcome) {
    var finding =
        judge("runs,efficiency_percent,,,,,%s,,%s,%s".formatted(statistic, comparison, published));

    assertThat(finding.outcome()).isEqualTo(outcome);
  }

  @Test
  void saysWhatTheDataGivesInstead() {
    var finding = judge("runs,efficiency_percent,model=b,,,,mean,,equals,77.5");

    assertThat(finding.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(finding.givenText()).isEqualTo("77.00");
    assertThat(finding.reason()).isEqualTo("a reason");
  }

  @Test
  void holdsOneGroupAgainstAnother() {
    assertThat(judge("runs,efficiency_percent,model=a,model=b,minus,,mean,,equals,15.0").outcome())
        .isEqualTo(Outcome.REPRODUCES);
    assertThat(
            judge("runs,efficiency_percent,model=a,model=b,percent_more,,mean,,equals,19")
                .outcome())
        .isEqualTo(Outcome.REPRODUCES);
    assertThat(judge("runs,efficiency_percent,model=a,model=c,minus,,mean,,equals,15.0").outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void judgesEachGroupOrWhatIsMadeOfThem() {
    var each = judge("runs,efficiency_percent,,,,model,mean,,within,80..95");
    var gap = judge("runs,efficiency_percent,,,,model,mean,range,equals,15");

    assertThat(each.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(each.givenText()).isEqualTo("77.0 to 92.0");
    assertThat(gap.outcome()).isEqualTo(Outcome.REPRODUCES);
  }

  @Test
  void oneRunHasNoSpread() {
    var finding =
        Audit.of(claims("runs,efficiency_percent,,,,,std,,equals,1.2"), data(run("a", 90)))
            .getFirst();

    assertThat(finding.outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(finding.reason()).isEqualTo("1 row(s) of the data do not support a std");
  }

  @Test
  void runsThatAllFailedTellNothing() {
    var empty = data(new DataRow(Map.of("model", "a"), Map.of()));

    var findings = Audit.of(claims("runs,efficiency_percent,,,,,mean,,equals,90"), empty);

    assertThat(findings.getFirst().outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(findings.getFirst().reason()).isEqualTo("the data has no efficiency_percent");
  }

  @Test
  void rowsOrTablesThatAreNotThereTellNothing() {
    assertThat(judge("runs,efficiency_percent,model=c,,,,mean,,equals,90").reason())
        .isEqualTo("the data has no row for it");
    assertThat(judge("single,efficiency_percent,,,,,mean,,equals,90").outcome())
        .isEqualTo(Outcome.CANNOT_TELL);
    assertThat(judge("runs,,,,,,value,,equals,90").reason()).isEqualTo("a reason");
  }

  @Test
  void roundedFiguresReachAsFarAsTheirRoundingTakesThem() {
    var rows = List.of(printed("90.1"), printed("92.4"), printed("94.9"));

    assertThat(Statistic.MEAN.of(rows, "efficiency_percent").orElseThrow().halfWidth())
        .isCloseTo(0.05, within(1e-9));
    assertThat(Statistic.MAX.of(rows, "efficiency_percent").orElseThrow().halfWidth())
        .isCloseTo(0.05, within(1e-9));
    assertThat(Statistic.RANGE.of(rows, "efficiency_percent").orElseThrow().halfWidth())
        .isCloseTo(0.1, within(1e-9));
    assertThat(Statistic.STD.of(rows, "efficiency_percent").orElseThrow().halfWidth())
        .isBetween(0.01, 0.1);
    assertThat(Audit.of(claims("runs,efficiency_percent,,,,,mean,,equals,92.42"), data(rows)))
        .first()
        .extracting(Finding::outcome)
        .isEqualTo(Outcome.REPRODUCES);
    assertThat(Audit.of(claims("runs,efficiency_percent,,,,,mean,,equals,92.53"), data(rows)))
        .first()
        .extracting(Finding::outcome)
        .isEqualTo(Outcome.DIFFERS);
  }

  @Test
  void saysWhatWholeCallsAloneGive() {
    var whole =
        new DataRow(
            Map.of("model", "a"),
            Map.of("rate", Figure.exact(10), "rate" + DataSet.WHOLE_ONLY, Figure.exact(10)));
    var partial = new DataRow(Map.of("model", "a"), Map.of("rate", Figure.exact(0)));

    var finding =
        Audit.of(claims("runs,rate,,,,,mean,,equals,5.0"), data(whole, partial)).getFirst();

    assertThat(finding.outcome()).isEqualTo(Outcome.REPRODUCES);
    assertThat(finding.wholeOnlyText()).isEqualTo("10.00");
  }

  @ParameterizedTest
  @CsvSource({"avarage, equals, 5", "mean, roughly, 5", "mean, equals, five"})
  void aClaimThatCannotBeReadSaysWhatToWrite(
      String statistic, String comparison, String published) {
    assertThatThrownBy(
            () ->
                claims(
                    "runs,efficiency_percent,,,,,%s,,%s,%s"
                        .formatted(statistic, comparison, published)))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("claims.csv, row 1: is no claim (")
        .hasMessageContaining("statistic is one of [value, count, mean")
        .hasMessageContaining("comparison of [equals, at_most, at_least, within]");
  }

  @Test
  void aFilterThatCannotBeReadSaysWhatToWrite() {
    assertThatThrownBy(() -> claims("runs,efficiency_percent,rust,,,,mean,,equals,5"))
        .hasMessageContaining("'rust' is no filter; write key=value, e.g. runtime=rust");
  }

  @Test
  void theFindingsMakeAPage() {
    var page =
        AuditMarkdown.of(
            Audit.of(claims("runs,efficiency_percent,model=b,,,,mean,,at_most,76"), DATA), DATA);

    assertThat(page)
        .contains("Held against test data: 1 claims, 0 reproduce, 1 differ, 0 cannot be told.")
        .contains("| 3.1 | a \\| claim | at most 76 | 77.0 | a reason |")
        .contains("## What the data cannot tell\n\nNothing.\n");
  }

  private static Finding judge(String columns) {
    return Audit.of(claims(columns), DATA).getFirst();
  }

  private static List<Claim> claims(String columns) {
    return Claims.of(
        CsvTable.parse("claims.csv", HEAD + "1,3.1,a | claim," + columns + ",a reason\n"));
  }

  private static DataSet data(DataRow... rows) {
    return data(List.of(rows));
  }

  private static DataSet data(List<DataRow> rows) {
    var numbered =
        IntStream.range(0, rows.size())
            .mapToObj(
                i -> {
                  var keys = new LinkedHashMap<>(rows.get(i).keys());
                  keys.put("run", Integer.toString(i + 1));
                  return new DataRow(keys, rows.get(i).figures());
                })
            .toList();
    return new DataSet("test data", Map.of(DataSet.RUNS, numbered));
  }

  private static DataRow run(String model, double efficiency) {
    return new DataRow(
        Map.of("model", model), Map.of("efficiency_percent", Figure.exact(efficiency)));
  }

  private static DataRow printed(String efficiency) {
    return new DataRow(
        Map.of("model", "a"), Map.of("efficiency_percent", Figure.printed(efficiency)));
  }
}
