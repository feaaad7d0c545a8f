package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.SampleRun;
import dev.tr116.report.allure.AllureTrial.Runs;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import io.qameta.allure.Allure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class AllureReportTest {
  private static final Path SESSION = Path.of("results", "s");
  private static final String KEY =
      "multi/structured/gemma3:latest/chimera-homo/gpu80_ctx512_temp10";

  @TempDir Path first;
  @TempDir Path second;

  static class PassingRuns {
    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void run(PlannedRun planned) {
      publish(planned, SampleRun.ok(planned, SampleRun.OLLAMA));
    }
  }

  static class FailingRuns {
    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void run(PlannedRun planned) {
      publish(planned, SampleRun.failed(planned, SampleRun.STAND_IN));
      Assertions.fail("Run failed: collector TIMEOUT_IDLE: nothing more for 2 s");
    }
  }

  static class RunsFailedByAHostileServer {
    private static final String HOSTILE = "1 < 2 <img src=x onerror=alert(1)></pre>\u001b[31m";

    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void run(PlannedRun planned) {
      var call = SampleRun.broken(FailureKind.ERROR_LINE, HOSTILE, 10, 20, 30);
      var agent = SampleRun.agent(AgentRole.COLLECTOR, 11434, call, 30);
      publish(planned, SampleRun.run(planned, SampleRun.OLLAMA, RunStatus.FAILED, agent));
      throw new IllegalStateException("Run failed: collector ERROR_LINE: " + HOSTILE);
    }
  }

  static class RunsThatEndBeforeTheyArePublished {
    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void run(PlannedRun planned) {
      AllureReport.connect().identify(planned);
      Assumptions.assumeTrue(planned.id().number() > 1, "Inconclusive: too early");
      throw new IllegalStateException("the harness broke");
    }
  }

  static class Verdict {
    @Test
    void verdict() {
      var verdict = Verdicts.reported(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2));
      var summary = Attachment.of("summary.md", "text/markdown", "# 3 of 5");
      AllureReport.connect().identify(verdict.cell().id());
      AllureReport.connect()
          .publish(
              new CellReport(
                  verdict,
                  List.of("<b>*4* is > 3</b>"),
                  SESSION,
                  List.of(summary),
                  List.of(FileLink.of(SESSION.resolve("a b.md")))));
    }
  }

  static class Regression {
    @Test
    void regression() {
      var table = Attachment.of("comparison.md", "text/plain", "| cell |");
      AllureReport.connect()
          .publish(
              new ComparisonReport(
                  SampleRun.STAND_IN,
                  "Regression: <b>1</b> of 7 figures",
                  SESSION,
                  List.of(table),
                  List.of()));
    }
  }

  static class Foreign {
    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void somebodyElses(PlannedRun planned) {
      Allure.parameter("mine", planned.id().number());
    }
  }

  @Test
  void aComparisonHasAHistoryOfItsOwnAndShowsItsTable() throws Exception {
    var trial = new AllureTrial(first);

    var result = trial.run(Regression.class, "").getFirst();

    assertThat(text(result, "name")).isEqualTo("regression");
    assertThat(text(result, "historyId")).isEqualTo(md5("regression"));
    assertThat(text(result, "description"))
        .contains("stand-in weights", "Regression: &lt;b&gt;1&lt;/b&gt; of 7 figures");
    assertThat(trial.content(result.get("attachments").get(0))).isEqualTo("| cell |");
  }

  @Test
  void historyIsTheRunsWhateverElseIsInTheMatrix() throws Exception {
    var results = new AllureTrial(first).run(PassingRuns.class, "gemma3,qwen2.5");
    var others = new AllureTrial(second).run(PassingRuns.class, "qwen2.5,llama3.1,gemma3");

    assertThat(results).extracting(r -> text(r, "historyId")).doesNotHaveDuplicates().hasSize(4);
    assertThat(text(named(results, "gemma3 · chimera-homo · run 2/5"), "historyId"))
        .isEqualTo(text(named(others, "gemma3 · chimera-homo · run 2/5"), "historyId"))
        .isEqualTo(md5(KEY + "/run_2"));
  }

  @Test
  void aRunIsNamedAndFiledByWhatWasMeasured() throws Exception {
    var results = new AllureTrial(first).run(PassingRuns.class, "gemma3");

    var result = named(results, "gemma3 · chimera-homo · run 2/5");
    assertThat(text(result, "fullName")).isEqualTo(KEY + "/run_2");
    assertThat(text(result, "testCaseId")).isEqualTo(md5(KEY + "/run_2"));
    assertThat(labels(result))
        .containsEntry("parentSuite", List.of("multi-agent"))
        .containsEntry("suite", List.of("gemma3"))
        .containsEntry("subSuite", List.of("chimera-homo"))
        .containsEntry("epic", List.of("gemma3"))
        .containsEntry("feature", List.of("chimera-homo"))
        .containsEntry("story", List.of("structured"))
        .containsEntry("package", List.of("structured.multi-agent.gemma3.chimera-homo"))
        .containsEntry("model", List.of("gemma3:latest"))
        .containsEntry("scenario", List.of("chimera-homo"))
        .containsEntry("runtime", List.of("structured"))
        .containsEntry("tag", List.of("ollama", "as-served"))
        .containsKeys("host", "thread", "framework", "language");
    assertThat(parameters(result))
        .containsEntry("run", "2")
        .containsEntry("collector.num_gpu", "80")
        .containsEntry("collector.num_ctx", "512")
        .containsEntry("collector.temperature", "1.0")
        .containsEntry("insight.options", "server defaults")
        .containsEntry("insight.endpoint", "http://127.0.0.1:11435")
        .doesNotContainKeys("UniqueId", "planned");
    assertThat(result.get("parameters").valueStream())
        .allMatch(parameter -> parameter.get("excluded").asBoolean());
    assertThat(text(result, "description")).isEqualTo("Answered by **ollama 0.24.0**.");
  }

  @Test
  void agentsAreStepsAndTheirPhasesStepsWithin() {
    var results = new AllureTrial(first).run(PassingRuns.class, "gemma3");

    var together = results.getFirst().get("steps").get(0);
    var collector = together.get("steps").get(0);
    assertThat(text(together, "name")).isEqualTo("agents side by side: 4.0 s");
    assertThat(parameters(together)).containsEntry("concurrency_speedup", "1.750");
    assertThat(together.get("steps"))
        .extracting(s -> text(s, "name"))
        .containsExactly(
            "collector on http://127.0.0.1:11434: 150 tokens in 4.0 s",
            "insight on http://127.0.0.1:11435: 100 tokens in 3.0 s");
    assertThat(parameters(collector)).containsEntry("ttft_ms", "899.00");
    assertThat(collector.get("steps"))
        .extracting(s -> text(s, "name"))
        .containsExactly("client/transport", "load", "queue", "prefill", "decode");
    assertThat(parameters(collector.get("steps").get(3)))
        .containsEntry("duration", "300 ms")
        .containsEntry("prompt tokens", "40")
        .containsEntry("prefill_rate, tok/s", "133.33");
    assertThat(parameters(collector.get("steps").get(4)))
        .containsEntry("tokens", "150")
        .containsKeys("chunks", "decode_rate, tok/s");
    assertThat(collector.get("start").asLong()).isEqualTo(SampleRun.STARTED.toEpochMilli());
    assertThat(collector.get("stop").asLong() - collector.get("start").asLong()).isEqualTo(4_000);
    var decode = collector.get("steps").get(4);
    assertThat(decode.get("start").asLong()).isEqualTo(SampleRun.STARTED.toEpochMilli() + 900);
    assertThat(decode.get("stop").asLong()).isEqualTo(SampleRun.STARTED.toEpochMilli() + 4_000);
  }

  @Test
  void filesAreAttachedAsTheyAre() {
    var trial = new AllureTrial(first);

    var result = trial.run(PassingRuns.class, "gemma3").getFirst();

    var files = result.get("attachments");
    assertThat(files)
        .extracting(f -> text(f, "name") + " " + text(f, "type"))
        .containsExactly("timeline.svg image/svg+xml", "metrics.json application/json");
    assertThat(trial.content(files.get(0))).startsWith("<svg ");
    assertThat(trial.content(files.get(1))).isEqualTo("{\"status\": \"ok\"}");
    var answer = together(result).get(0).get("attachments").get(0);
    assertThat(text(answer, "name")).isEqualTo("collector answer");
    assertThat(text(answer, "type")).isEqualTo("text/plain");
    assertThat(text(answer, "source")).endsWith(".txt");
    assertThat(trial.content(answer)).isEqualTo("An answer.");
  }

  @Test
  void metricsOfARunThatIsReportedAgainStandThereOnce() throws Exception {
    new AllureTrial(first).run(PassingRuns.class, "gemma3");
    new AllureTrial(first).run(PassingRuns.class, "gemma3");

    assertThat(first).isDirectoryContaining("glob:**-perf.json");
    try (var files = Files.newDirectoryStream(first, "*-perf.json")) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void failedRunsTellWhichAgentStoppedAndWhy() {
    var results = new AllureTrial(first).run(FailingRuns.class, "gemma3");

    var result = named(results, "gemma3 · chimera-homo · run 1/5");
    assertThat(text(result, "status")).isEqualTo("failed");
    assertThat(text(result, "description")).contains("stand-in weights**.", "stand-ins: random");
    var collector = together(result).get(0);
    assertThat(text(collector, "name")).endsWith(": TIMEOUT_IDLE after 3.5 s");
    assertThat(text(collector, "status")).isEqualTo("broken");
    assertThat(text(collector.get("statusDetails"), "message"))
        .isEqualTo("TIMEOUT_IDLE: nothing more for 2 s");
    assertThat(collector.get("steps"))
        .extracting(s -> text(s, "status"))
        .containsExactly("passed", "broken");
    assertThat(together(result).get(1).get("attachments")).isEmpty();
  }

  @Test
  void whatServersSayIsNotRunByTheReport() {
    var result = new AllureTrial(first).run(RunsFailedByAHostileServer.class, "gemma3").getFirst();

    var details = result.get("statusDetails");
    var step = together(result).get(0).get("statusDetails");
    var harmless = "ERROR_LINE: 1 < 2 <\u2060img src=x onerror=alert(1)><\u2060/pre>[31m";
    assertThat(text(details, "message")).isEqualTo("Run failed: collector " + harmless);
    assertThat(text(details, "trace"))
        .contains(harmless, "\n\tat ")
        .doesNotContain("<img", "\u001b");
    assertThat(text(step, "message")).isEqualTo(harmless);
  }

  @Test
  void identityStandsWhenATestAbortsOrBreaksEarly() throws Exception {
    var results = new AllureTrial(first).run(RunsThatEndBeforeTheyArePublished.class, "gemma3");

    var aborted = named(results, "gemma3 · chimera-homo · run 1/5");
    var broken = named(results, "gemma3 · chimera-homo · run 2/5");
    assertThat(text(aborted, "status")).isEqualTo("skipped");
    assertThat(text(broken, "status")).isEqualTo("broken");
    assertThat(text(broken, "historyId")).isEqualTo(md5(KEY + "/run_2"));
    assertThat(parameters(broken)).containsEntry("run", "2").doesNotContainKey("UniqueId");
    assertThat(labels(broken)).containsEntry("suite", List.of("gemma3"));
  }

  @Test
  void aVerdictHasAnIdentityOfItsOwn() throws Exception {
    var trial = new AllureTrial(first);

    var result = trial.run(Verdict.class, "gemma3").getFirst();

    assertThat(text(result, "name")).isEqualTo("gemma3 · chimera-homo · verdict");
    assertThat(text(result, "historyId")).isEqualTo(md5(KEY + "/verdict"));
    assertThat(labels(result)).containsEntry("tag", List.of("embedded", "stand-in"));
    assertThat(text(result, "descriptionHtml"))
        .contains(
            "INCONCLUSIVE (not enforced on embedded", "<p>&lt;b&gt;*4* is &gt; 3&lt;/b&gt;</p>")
        .doesNotContain("<b>");
    assertThat(text(result.get("links").get(0), "url")).isEqualTo("../s/a%20b.md");
    assertThat(trial.content(result.get("attachments").get(0))).isEqualTo("# 3 of 5");
  }

  @Test
  void testsOfOthersStayAsAllureMadeThem() {
    var results = new AllureTrial(first).run(Foreign.class, "gemma3");

    assertThat(results).hasSize(2);
    assertThat(parameters(results.getFirst())).containsKeys("UniqueId", "planned", "mine");
    assertThat(labels(results.getFirst()))
        .containsEntry("suite", List.of(Foreign.class.getCanonicalName()))
        .doesNotContainKey("parentSuite");
  }

  @Test
  void withoutACurrentTestNothingIsWritten() {
    new AllureTrial(first)
        .within(
            () -> {
              var run = SampleRun.planned();
              AllureReport.connect().identify(run);
              publish(run, SampleRun.ok());
            });

    assertThat(first).isEmptyDirectory();
  }

  @Test
  void withoutAllureEverythingIsQuiet() throws Exception {
    try (var loader = new ClassPathWithoutAllure()) {
      var type = loader.loadClass(AllureReport.class.getName());
      var report = type.getMethod("connect").invoke(null);

      assertThat(type.getMethod("isAvailable").invoke(report)).isEqualTo(false);
      for (var method : type.getDeclaredMethods()) {
        if (method.getParameterCount() == 1) {
          assertThatCode(() -> method.invoke(report, new Object[] {null}))
              .doesNotThrowAnyException();
        }
      }
    }
    assertThat(AllureReport.connect().isAvailable()).isTrue();
  }

  private static void publish(PlannedRun planned, DualRun run) {
    var file =
        Attachment.of(
            "metrics.json",
            "application/json",
            "{\"status\": \"ok\"}".getBytes(StandardCharsets.UTF_8));
    AllureReport.connect()
        .publish(
            new RunReport(planned, run, DualRunMetrics.of(run), SESSION, List.of(file), List.of()));
  }

  private static JsonNode together(JsonNode result) {
    return result.get("steps").get(0).get("steps");
  }

  private static JsonNode named(List<JsonNode> results, String name) {
    return results.stream().filter(r -> text(r, "name").equals(name)).findFirst().orElseThrow();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static Map<String, String> parameters(JsonNode node) {
    return node.get("parameters")
        .valueStream()
        .collect(Collectors.toMap(p -> text(p, "name"), p -> text(p, "value")));
  }

  private static Map<String, List<String>> labels(JsonNode node) {
    return node.get("labels")
        .valueStream()
        .collect(
            Collectors.groupingBy(
                l -> text(l, "name"),
                Collectors.mapping(l -> text(l, "value"), Collectors.toList())));
  }

  private static String md5(String text) throws Exception {
    var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, digest).toString(16);
  }
}
