package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.allure.AllureTrial.Runs;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What models and servers say, in the page itself and a real browser. */
class HostileReportTest {
  private static final String TEXT =
      "1 < 2 <script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
          + "</pre> **bold** [link](javascript:alert(1)) \u001b[31mred";

  private static final Path ALLURE = Path.of("target", "allure-cli", "allure-2.34.0");

  /** Opens whatever can be opened on a page of Allure 2. */
  private static final String OPEN_ALL =
      """
      <script>
      for (const after of [1500, 2500, 3500]) {
        setTimeout(() => document
          .querySelectorAll('.step:not(.step_expanded) .step__title_hasContent, .attachment-row:not(.open)')
          .forEach(row => { row.classList.add('open'); row.click(); }), after);
      }
      </script></body>""";

  @TempDir private Path results;
  @TempDir private Path pages;

  static class HostileRuns {
    @ParameterizedTest
    @ArgumentsSource(Runs.class)
    void run(PlannedRun planned) {
      var answered = Traces.agent(AgentRole.COLLECTOR, 40, Traces.call().answer(TEXT));
      var failed =
          Traces.agent(AgentRole.INSIGHT, 20, Traces.call().failed(FailureKind.ERROR_LINE, TEXT));
      var run = Traces.run(planned.id().number()).agents(answered, failed).build(RunStatus.FAILED);
      AllureReport.connect()
          .publish(
              new RunReport(
                  new PlannedRun(run.id(), planned.scenario(), planned.runsOfCell()),
                  run,
                  DualRunMetrics.of(run),
                  Path.of("results", "s"),
                  List.of(),
                  List.of()));
      Assertions.fail("Run failed: insight ERROR_LINE: " + TEXT);
    }
  }

  @Test
  void isShownAsTextWhateverItHolds() throws Exception {
    var chromium = chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on the PATH; Debian calls it chromium");
    assumeTrue(
        Files.isDirectory(ALLURE), "no Allure 2 in " + ALLURE + "; any mvn verify unpacks it");
    new AllureTrial(results).run(HostileRuns.class, "gemma3");
    generate();
    var page = Files.readString(pages.resolve("index.html"));
    Files.writeString(
        pages.resolve("index.html"), page.substring(0, page.lastIndexOf("</body>")) + OPEN_ALL);

    var dom = dom(chromium.get(), "#suites/" + firstTest(page));

    assertThat(dom)
        .contains("ERROR_LINE: 1 &lt; 2 ", "collector answer")
        .doesNotContain("<title>run</title>", "<img src=\"x\"");
    assertThat(shownAnswers(dom)).anyMatch(text -> text.contains("**bold** [link](javascript:"));
  }

  private void generate() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-cp",
            "lib/*" + File.pathSeparator + "lib/config",
            "io.qameta.allure.CommandLine",
            "--quiet",
            "generate",
            "--clean",
            "--single-file",
            "--config",
            Path.of("allure-config", "allure.yml").toAbsolutePath().toString(),
            "--output",
            pages.toString(),
            results.toString());
    builder.directory(ALLURE.toFile());
    builder.environment().put("APP_HOME", ALLURE.toAbsolutePath().toString());
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    run(builder, pages.resolveSibling("allure.log"));
  }

  private String dom(Path chromium, String fragment) throws IOException, InterruptedException {
    var dom = pages.resolve("dom.html");
    run(
        new ProcessBuilder(
            chromium.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + pages.resolve("profile"),
            "--virtual-time-budget=8000",
            "--dump-dom",
            pages.resolve("index.html").toUri() + fragment),
        dom);
    return Files.readString(dom);
  }

  private static void run(ProcessBuilder builder, Path out)
      throws IOException, InterruptedException {
    var process =
        builder.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("%s ends", builder.command()).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("%s", builder.command()).isZero();
  }

  /** The address of a test below its node: the page carries its data in Base64. */
  private static String firstTest(String page) throws IOException {
    var data = Pattern.compile("'data/suites.json', ?'([^']+)'").matcher(page);
    assertThat(data.find()).isTrue();
    var json = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8);
    return address(new JsonMapper().readTree(json));
  }

  private static String address(JsonNode node) {
    var child = node.get("children").get(0);
    return child.has("children")
        ? address(child)
        : child.get("parentUid").asText() + "/" + child.get("uid").asText();
  }

  private static List<String> shownAnswers(String dom) {
    return Pattern.compile("<pre[^>]*>(.*?)</pre>", Pattern.DOTALL)
        .matcher(dom)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static Optional<Path> chromium() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
