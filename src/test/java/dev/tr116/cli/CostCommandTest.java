package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.results.MadeSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void showsTr116WithItsSlipsWhenNothingIsGiven() {
    var code = run("cost");

    assertThat(code).isZero();
    assertThat(out.toString())
        .startsWith("# Costs\n\n## Costs of each stack\n\nAssumptions: TR116.")
        .contains("## Slips")
        .doesNotContain("## Deployment tiers");
  }

  @Test
  void usesInputsOfTheUserAndTimesOfASession() {
    var session =
        MadeSession.write(folder, "night", "tr116.runs", "3", "tr116.price-per-hour", "1.8");
    var inputs = folder.resolve("mine.properties");
    var page = folder.resolve("new").resolve("cost.md");

    assertThat(run("cost", "--template", "--out", inputs.toString())).isZero();
    var code = run("cost", "--inputs=" + inputs, "--session=" + session, "--out", page.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(page)
        .content()
        .contains("| Gemma + structured | 1 (from measured times) | $400 |")
        .contains("At $1.80 an hour for all machines; measured on ollama 0.24.0.")
        .contains("## Rollback triggers")
        .doesNotContain("## Slips");
  }

  @Test
  void saysThatThereIsNoPrice() {
    var session = MadeSession.write(folder, "night", "tr116.runs", "3");

    run("cost", "--session=" + session);

    assertThat(out.toString()).contains("Costs of runs are absent: no price was given");
  }

  @Test
  void namesWhatIsWrongWithTheInputs() throws IOException {
    var inputs = Files.writeString(folder.resolve("mine.properties"), "title=mine");

    var code = run("cost", "--inputs=" + inputs);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("mine.properties cannot be used")
        .contains("executions-per-month: is missing; write e.g. executions-per-month=1000000");
  }

  @Test
  void refusesAFolderWithoutASessionAndAPriceOfNothing() {
    assertThat(run("cost", "--session=" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("session.json");
    assertThat(run("cost", "--price-per-hour=0")).isEqualTo(2);
    assertThat(err.toString()).contains("--price-per-hour must be above 0, e.g. 1.20");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
