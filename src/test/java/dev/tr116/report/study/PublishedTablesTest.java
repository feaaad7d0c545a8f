package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.FullPrecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each of the 1424 figures of TR116's tables, looked up in its cell of the report. */
class PublishedTablesTest {
  /** Means that leave out a run whose delta is exactly 0 in TR116, and what the report says. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          entry("configuration/python/gemma3/baseline-vs-chimera/ttft_delta_ms/mean", "6.894"),
          entry("configuration/python/gemma3/chimera-homo/ttft_delta_ms/mean", "-8.811"),
          entry("configuration/python/llama3.1/baseline-vs-chimera/ttft_delta_ms/mean", "-0.879"),
          entry("configuration/python/llama3.1/chimera-homo/ttft_delta_ms/mean", "-14.375"),
          entry("configuration/python/qwen2.5/chimera-homo/ttft_delta_ms/mean", "-19.135"));

  /** -97.4155 lies half-way; TR116 prints -97.415. */
  private static final Map<String, String> HALF_WAY =
      Map.of("run/python/qwen2.5/chimera-homo/1/ttft_delta_ms", "-97.416");

  @Test
  void standInTheReportDigitByDigitAtFullPrecision() throws IOException {
    var shown = new ShownFigures(ReadReport.of(StudyReport.ofReference(FullPrecision.folder())));

    var others = new LinkedHashMap<String, String>();
    var looked = 0;
    for (var claim : claims()) {
      looked++;
      var figure = shown.of(claim.text("id"));
      if (number(figure) != number(claim.text("published"))) {
        others.put(claim.text("id"), figure);
      }
    }

    assertThat(looked).isEqualTo(1424);
    var expected = new LinkedHashMap<>(WRONG);
    expected.putAll(HALF_WAY);
    assertThat(others).isEqualTo(expected);
  }

  @Test
  void standInTheReportOnThePrintedFiguresAsFarAsTheirRoundingAllows() throws IOException {
    var shown = new ShownFigures(ReadReport.of(StudyReport.ofReference()));

    var others = new ArrayList<String>();
    for (var claim : claims()) {
      var figure = shown.of(claim.text("id"));
      if (Math.abs(number(figure) - number(claim.text("published"))) > tolerance(claim)) {
        others.add(claim.text("id"));
      }
    }

    assertThat(others).containsExactlyInAnyOrderElementsOf(WRONG.keySet());
  }

  /** One unit of the last digit; a percentage of two rounded figures may be further off. */
  private static double tolerance(CsvTable.Row claim) {
    var id = claim.text("id");
    if (id.startsWith("single-run/") && id.endsWith("_percent")) {
      return 0.4;
    }
    var published = claim.text("published");
    var point = published.indexOf('.');
    var decimals = point < 0 ? 0 : published.length() - point - 1;
    return decimals == 0 ? 0 : 1.01 * Math.pow(10, -decimals);
  }

  private static double number(String figure) {
    return switch (figure) {
      case "True", "Yes" -> 1;
      case "False", "No" -> 0;
      default -> Double.parseDouble(figure.replaceAll("(x|%|pp)$", ""));
    };
  }

  private static List<CsvTable.Row> claims() throws IOException {
    var name = "/dev/tr116/reference/tr116/claims-tables.csv";
    try (var stream = PublishedTablesTest.class.getResourceAsStream(name)) {
      return CsvTable.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)).rows();
    }
  }
}
