package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.plan.SloMetric;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code run} reads what it is given; what it does then is told by {@link RunProcessTest}. */
class RunCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpHasEveryPropertyAndItsDefault() {
    assertThat(run("--help")).isZero();

    var help = out.toString().replaceAll("\\s+", " ");
    for (var property : Property.values()) {
      assertThat(help).contains(" --" + property.key().substring("tr116.".length()) + "=VALUE ");
    }
    for (var metric : SloMetric.values()) {
      assertThat(help).contains(" --slo." + metric.metricName() + "=TARGET/ALERT ");
    }
    assertThat(help)
        .contains(
            "measured runs per cell, 1 to 10000; 5..20: at least 5",
            "[baseline-vs-chimera,chimera-homo]",
            "more than 2 MAD and 2 % from",
            "--scenario.NAME=",
            "Examples: tr116 run --models=gemma3",
            "130 interrupted")
        .doesNotContain("`", "*", "tr116.models");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void everyPropertyStandsInOneGroup() {
    assertThat(Stream.of(PropertyGroup.values()).flatMap(group -> group.properties().stream()))
        .containsExactlyInAnyOrder(Property.values());
    assertThat(Arrays.stream(PropertyGroup.values()).map(PropertyGroup::heading))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--runs=many | tr116.runs=many: write a whole number",
        "-Dtr116.runs=many | tr116.runs=many: write a whole number",
        "--slo.efficiency=95/97x | tr116.slo.efficiency",
        "--scenario.mine=nobody | tr116.scenario.mine=nobody",
        "--exec.MINE=python3 | tr116.exec.MINE=python3: write a name of lower-case letters",
        "-Dtr116.modles=x | unknown property tr116.modles: did you mean tr116.models?",
        "--endpoints=http://127.0.0.1:1 | no Ollama server for the agents",
        "--compare=nowhere | nowhere holds no session"
      })
  void saysPlainlyWhatCannotBeRun(String option, String problem) {
    var code = run(option, "--results=target/never-written", "--power=off");

    assertThat(code).as(err.toString()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("tr116 cannot start")
        .contains(problem)
        .doesNotContain("Exception", "\tat ");
    assertThat(System.getProperty(Property.RESULTS.key())).isNull();
  }

  @Test
  void suggestsWhatAMisspeltOptionMeans() {
    assertThat(run("--modles=gemma3")).isEqualTo(2);

    assertThat(err.toString())
        .contains("Unknown option: '--modles=gemma3'", "--models", "See tr116 run --help")
        .hasLineCount(3);
  }

  @Test
  void refusesAPropertyThatIsGivenTwice() {
    assertThat(run("--runs=3", "-Dtr116.runs=4")).isEqualTo(2);

    assertThat(err.toString()).contains("--runs and -Dtr116.runs are both given; give one of them");
  }

  @Test
  void wantsAValueForAName() {
    assertThat(run("--exec.mine")).isEqualTo(2);

    assertThat(err.toString()).contains("--exec.mine needs a value");
  }

  @Test
  void refusesToSteerTheTerminal() {
    assertThat(run("--runs=\033[2J")).isEqualTo(2);

    assertThat(err.toString()).contains("tr116.runs=\\u001b[2J").doesNotContain("\033");
  }

  private int run(String... options) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("run"), Arrays.stream(options)).toArray(String[]::new));
  }
}
