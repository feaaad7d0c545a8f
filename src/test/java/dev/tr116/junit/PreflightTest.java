package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.results.KeptSession;
import dev.tr116.server.script.ModelCard;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What stops a benchmark class before it measures, on servers that pass for real ones. */
@Timeout(120)
class PreflightTest {
  private static final Model GEMMA = Model.named("gemma3");
  private static final ModelCard CARD = ModelCard.of(GEMMA).size(1000, 1000);

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer first = real().serves(CARD);
  private final ScriptedServer second = real();

  @BeforeEach
  void measureThoseServers() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");
    launch.set(Property.ENDPOINTS, first.endpoint() + "," + second.endpoint());
  }

  @AfterEach
  void closeServers() {
    first.close();
    second.close();
  }

  @Test
  void aMissingModelFailsTheClassWithTheLineThatGetsIt() {
    var executed = launch.run(OneRun.class);

    executed.testEvents().assertThatEvents().isEmpty();
    assertThat(failure(executed).lines().findFirst().orElseThrow())
        .isEqualTo(
            "Failed to evaluate condition [dev.tr116.junit.PreflightCondition]: tr116 cannot start:"
                + " "
                + second.endpoint()
                + " does not have gemma3:latest; get it with `OLLAMA_HOST="
                + second.endpoint().getAuthority()
                + " ollama pull gemma3:latest`, or let -Dtr116.pull=true do that");
    assertThat(failure(executed)).endsWith("-Dtr116.preflight=warn measures all the same.");
    assertThat(KeptSession.namesIn(results)).isEmpty();
    assertThat(first.prompts()).isEmpty();
  }

  @Test
  void allErrorsAreToldAtOnce() {
    second.serves(CARD.weights("0b1c2d3e4f5a6b7c", "Q8_0").context(256, 1));

    assertThat(failure(launch.run(OneRun.class)))
        .contains("tr116 cannot start, 2 errors: the servers have different weights under the name")
        .contains("\n  " + second.endpoint() + ": gemma3:latest was made for 256 tokens");
  }

  @Test
  void errorsAreWarningsWhereThatIsChosen() throws IOException {
    launch.set(Property.PREFLIGHT, "warn");

    var executed = launch.run(OneRun.class);

    executed.testEvents().assertStatistics(counts -> counts.succeeded(1));
    assertThat(launch.console()).contains("warning (models): " + second.endpoint() + " does not");
    assertThat(findings("models"))
        .anySatisfy(
            finding -> {
              assertThat(finding.path("level").textValue()).isEqualTo("warning");
              assertThat(finding.path("endpoint").textValue())
                  .isEqualTo(second.endpoint().toString());
              assertThat(finding.path("message").textValue()).contains("ollama pull");
            });
  }

  @Test
  void nothingIsAskedWhenItIsOff() throws IOException {
    launch.set(Property.PREFLIGHT, "off");

    launch.run(OneRun.class).testEvents().assertStatistics(counts -> counts.succeeded(1));

    assertThat(findings("asked"))
        .singleElement()
        .extracting(finding -> finding.path("message").textValue())
        .isEqualTo("nothing was asked: tr116.preflight is off");
    // What models take of memory is asked for the records all the same.
    assertThat(second.requests()).noneMatch(request -> request.path().equals("/api/show"));
  }

  @Test
  void aMissingModelIsPulledWhenThatIsWished() throws IOException {
    launch.set(Property.PULL, true);
    second.offers(
        CARD,
        Script.answer()
            .line("{\"status\":\"pulling manifest\"}")
            .line("{\"status\":\"pulling 6a07\",\"total\":4000000000,\"completed\":1000000000}")
            .line("{\"status\":\"success\"}"));

    launch.run(OneRun.class).testEvents().assertStatistics(counts -> counts.succeeded(1));

    assertThat(launch.console())
        .contains(
            "[tr116] pull of gemma3:latest at " + second.endpoint() + ": pulling manifest",
            "pulling 6a07, 25 % of 4.0 GB");
    assertThat(findings("models")).hasSize(2);
    assertThat(findings("context"))
        .extracting(finding -> finding.path("message").textValue())
        .contains("gemma3:latest of collector in chimera-homo has num_ctx=512 as asked");
  }

  @Test
  void aPullThatFailsFailsTheClassWithTheServersReason() {
    launch.set(Property.PULL, true);

    assertThat(failure(launch.run(OneRun.class)))
        .contains(
            second.endpoint() + " did not get gemma3:latest (pull model manifest: file does not");
  }

  @Test
  void aContextThatWasNotGivenSpoilsTheRuns() throws IOException {
    first.serves(CARD.context(2048, 1.5));
    second.serves(CARD.context(2048, 4));

    var executed = launch.run(OneRun.class);

    assertThat(Outcomes.messages(executed.testEvents().failed()))
        .singleElement()
        .asString()
        .startsWith("Run invalid: " + first.endpoint() + ": gemma3:latest of collector")
        .contains("was asked for num_ctx=512 and has room for 768 tokens");
    assertThat(findings("context"))
        .extracting(finding -> finding.path("level").textValue())
        .containsExactly("warning", "info");
  }

  @Test
  void aReloadIsNamedInTheRunThatItSpoils() throws IOException {
    second.serves(CARD);
    launch.set(Property.PREFLIGHT, "warn");
    launch.set(Property.ENDPOINTS, first.endpoint() + "," + first.endpoint());
    launch.set(Property.SCENARIOS, "baseline-vs-chimera");
    first.always(InvalidRunTest.COLD);

    var executed = launch.run(OneRun.class);

    assertThat(Outcomes.messages(executed.testEvents().failed()))
        .singleElement()
        .asString()
        .startsWith("Run invalid: collector was cold")
        .contains(
            "gemma3:latest of collector was loaded anew at "
                + first.endpoint()
                + ": num_ctx 512 -> server default, num_gpu 80 -> server default (insight before,"
                + " collector now)");
    assertThat(findings("reload")).hasSize(2);
    assertThat(findings("options").getFirst().path("message").textValue())
        .contains("collector and insight share", "ask for different num_ctx (server default, 512)");
  }

  @Test
  void aSessionThatCannotBeOpenedIsTriedOnceAndFailsInItsOwnWords() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Not the two names of this machine under which an installed program would be started.
      nobody = URI.create("http://127.0.0.2:" + socket.getLocalPort());
    }
    launch.set(Property.ENDPOINTS, first.endpoint() + "," + nobody);

    var failure = failure(launch.run(OneRun.class));

    assertThat(failure).startsWith("tr116 cannot start without a server:");
    assertThat(first.requests()).hasSize(1);
  }

  private static ScriptedServer real() {
    return ScriptedServer.start()
        .version("0.24.0")
        .clock(Duration.ZERO)
        .always(Answers.OF_A_FIFTH_OF_A_SECOND);
  }

  private static String failure(EngineExecutionResults executed) {
    return Outcomes.messages(executed.containerEvents().failed()).getFirst();
  }

  private List<JsonNode> findings(String check) throws IOException {
    return new JsonMapper()
        .readTree(results.resolve("s").resolve("session.json").toFile())
        .path("preflight")
        .valueStream()
        .filter(finding -> finding.path("check").textValue().equals(check))
        .toList();
  }

  @AgentBenchmark(models = "gemma3", scenarios = "chimera-homo", runs = 1, properties = "solo=off")
  static class OneRun {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run.agents()).hasSize(2);
    }
  }
}
