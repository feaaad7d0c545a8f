package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tr116.plan.Model;
import dev.tr116.server.script.ModelCard;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PullTest {
  private static final Model MISTRAL = Model.named("mistral");
  private static final ModelCard CARD = ModelCard.of(MISTRAL);

  private final ScriptedServer server = ScriptedServer.start();
  private final OllamaInspector inspector = new OllamaInspector();
  private final List<PullStep> steps = new ArrayList<>();

  @AfterEach
  void close() {
    inspector.close();
    server.close();
  }

  @Test
  void tellsEveryStepAndEndsWithTheModelOnTheServer() throws Exception {
    server.offers(
        CARD,
        Script.answer()
            .line("{\"status\":\"pulling manifest\"}")
            .line("{\"status\":\"pulling 6a07\",\"total\":4000,\"completed\":1000}")
            .line("{\"status\":\"success\"}"));

    pull(Margins.AMPLE);

    assertThat(steps)
        .containsExactly(
            new PullStep("pulling manifest", OptionalLong.empty(), OptionalLong.empty()),
            new PullStep("pulling 6a07", OptionalLong.of(1000), OptionalLong.of(4000)));
    assertThat(inspector.models(server.endpoint(), Margins.AMPLE))
        .extracting(ModelInfo::name)
        .containsExactly("mistral:latest");
  }

  @Test
  void tellsTheErrorOfTheServer() {
    assertThatIOException()
        .isThrownBy(() -> pull(Margins.AMPLE))
        .withMessage(
            server.endpoint()
                + " did not get mistral:latest (pull model manifest: file does not exist); check"
                + " the name and the server's way to its registry, or get it by hand with"
                + " `ollama pull mistral:latest`");
  }

  @Test
  void anEndWithoutSuccessIsAFailure() {
    server.offers(CARD, Script.answer().line("{\"status\":\"verifying sha256 digest\"}"));

    assertThatIOException()
        .isThrownBy(() -> pull(Margins.AMPLE))
        .withMessageContaining("ended without success, last with '{\"status\":\"verifying");
  }

  @Test
  void anotherStatusIsAFailure() {
    server.offers(CARD, Script.status(500, "no space left on device"));

    assertThatIOException()
        .isThrownBy(() -> pull(Margins.AMPLE))
        .withMessageContaining("answered with status 500: no space left on device");
  }

  @Test
  void aConnectionThatBreaksIsAFailure() {
    server.offers(CARD, Script.answer().line("{\"status\":\"pulling manifest\"}").cut());

    assertThatIOException()
        .isThrownBy(() -> pull(Margins.AMPLE))
        .withMessageStartingWith(server.endpoint() + " did not get mistral:latest (");
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws Exception {
    server.offers(CARD, Script.answer().line("{\"status\":\"pulling manifest\"}").stall());

    assertThatIOException()
        .isThrownBy(() -> pull(Duration.ofSeconds(1)))
        .withMessageContaining("nothing more came within 1 s");
    assertThat(server.connections().getLast().awaitClosedByClient(Margins.AMPLE)).isTrue();
  }

  @Test
  void anInterruptEndsItAndClosesTheConnection() throws Exception {
    server.offers(CARD, Script.answer().line("{\"status\":\"pulling manifest\"}").stall());
    var puller = Thread.currentThread();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                inspector.pull(
                    server.endpoint(), MISTRAL, Margins.AMPLE, step -> puller.interrupt()));

    assertThat(server.connections().getLast().awaitClosedByClient(Margins.AMPLE)).isTrue();
  }

  private void pull(Duration silence) throws Exception {
    inspector.pull(server.endpoint(), MISTRAL, silence, steps::add);
  }
}
