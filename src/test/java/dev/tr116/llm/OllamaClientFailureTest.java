package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that the server or the network ends. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OllamaClientFailureTest {
  @Parameter private TransportChoice transport;

  private ScriptedServer server;
  private OllamaClient client;

  @BeforeEach
  void open() {
    server = ScriptedServer.start();
    client = new OllamaClient(OllamaAccess.OPEN, transport);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private CallTrace play(Script script) {
    server.always(script);
    return client.generate(Requests.to(server.endpoint()));
  }

  private static CallFailure failure(CallTrace trace, FailureKind kind) {
    assertThat(trace.succeeded()).isFalse();
    var failure = trace.failure().orElseThrow();
    assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
    assertThat(trace.doneReason()).isEmpty();
    assertThat(trace.server()).isEqualTo(ServerTimings.UNKNOWN);
    assertThat(trace.stamps().done()).isEmpty();
    assertThat(trace.stamps().closed()).isGreaterThanOrEqualTo(trace.stamps().intended());
    return failure;
  }

  private static void keepsTwoChunks(CallTrace trace) {
    assertThat(trace.answer()).isEqualTo("Half");
    assertThat(trace.thinking()).isEqualTo("Hm");
    assertThat(trace.chunks().size()).isEqualTo(2);
    assertThat(trace.failure().orElseThrow().charsReceived()).isEqualTo(4);
    assertThat(trace.failure().orElseThrow().httpStatus()).hasValue(200);
    assertThat(trace.stamps().firstThinking()).isPresent();
    assertThat(trace.stamps().firstContent()).isPresent();
    assertThat(trace.stamps().lastContent().orElseThrow())
        .isLessThanOrEqualTo(trace.stamps().closed());
  }

  private static Script half() {
    return Script.answer().thinking("Hm").text("Half");
  }

  @Test
  void anErrorLineFailsTheCallAndKeepsWhatHadArrived() {
    var trace = play(half().error("an error was encountered while running the model"));

    assertThat(failure(trace, FailureKind.ERROR_LINE).message())
        .contains("an error was encountered while running the model");
    keepsTwoChunks(trace);
  }

  @Test
  void anErrorLineNeedsNoText() {
    var trace = play(half().line("{\"error\":{\"code\":500}}"));

    assertThat(failure(trace, FailureKind.ERROR_LINE).message()).contains("without a text");
  }

  @Test
  void aPlainEndIsATruncation() {
    var trace = play(half());

    assertThat(failure(trace, FailureKind.TRUNCATED).message()).contains("done:true");
    keepsTwoChunks(trace);
  }

  @Test
  void halfALineIsATruncation() {
    var trace = play(half().bytes("{\"response\":\"of".getBytes(UTF_8)));

    assertThat(failure(trace, FailureKind.TRUNCATED).message()).contains("{\"response\":\"of");
    keepsTwoChunks(trace);
  }

  @Test
  void aConnectionThatEndsWithinTheAnswerIsATruncation() {
    var trace = play(half().cut());

    failure(trace, FailureKind.TRUNCATED);
    keepsTwoChunks(trace);
  }

  @Test
  void aResetWithinTheAnswerIsATruncation() {
    var trace = play(half().after(Duration.ofMillis(500)).reset());

    assertThat(failure(trace, FailureKind.TRUNCATED).message()).contains("broke within the answer");
    keepsTwoChunks(trace);
  }

  @Test
  void aMalformedLineIsQuotedWithItsControlCharactersEscaped() throws Exception {
    var trace = play(half().line("{\"response\":\u0007\u001b[31m oops " + "x".repeat(200)).stall());

    assertThat(failure(trace, FailureKind.MALFORMED).message())
        .contains("{\"response\":\\u0007\\u001b[31m oops xxx")
        .contains("xxx...")
        .doesNotContain("x".repeat(80));
    keepsTwoChunks(trace);
    assertThat(server.connections().getFirst().awaitClosedByClient(Margins.AMPLE)).isTrue();
  }

  @Test
  void aLineThatIsNoObjectIsMalformed() {
    failure(play(half().line("[1]")), FailureKind.MALFORMED);
    failure(play(half().line("\"text\"")), FailureKind.MALFORMED);
    failure(play(half().line("{\"response\":7}")), FailureKind.MALFORMED);
    failure(play(half().line("{\"response\":\"a\"}{\"response\":\"b\"}")), FailureKind.MALFORMED);
  }

  @Test
  void aPageInsteadOfAnAnswerIsNoOllamaServer() {
    var trace = play(Script.page(200, "text/html", "<!doctype html><html>Hello</html>"));

    assertThat(failure(trace, FailureKind.MALFORMED).message())
        .contains("is no Ollama server")
        .contains("<!doctype html>");
  }

  @Test
  void aMissingModelIsToBePulled() {
    var trace = play(Script.status(404, "model 'gemma3:latest' not found"));

    var failure = failure(trace, FailureKind.HTTP_STATUS);
    assertThat(failure.httpStatus()).hasValue(404);
    assertThat(failure.message()).contains("`ollama pull gemma3:latest`");
    assertThat(trace.chunks()).isEqualTo(ChunkTimes.NONE);
    assertThat(trace.stamps().headers()).isPresent();
  }

  @Test
  void aBusyServerSaysSo() {
    var trace =
        play(Script.status(503, "server busy, please try again.  maximum pending requests"));

    var failure = failure(trace, FailureKind.HTTP_STATUS);
    assertThat(failure.httpStatus()).hasValue(503);
    assertThat(failure.message()).contains("busy").contains("OLLAMA_MAX_QUEUE");
  }

  @Test
  void anotherStatusPassesTheServersTextOn() {
    var trace = play(Script.status(500, "model runner has unexpectedly stopped"));

    assertThat(failure(trace, FailureKind.HTTP_STATUS).message())
        .contains("500")
        .contains("model runner has unexpectedly stopped");
  }

  @Test
  void aStatusWithAPageIsNoOllamaServer() {
    var trace = play(Script.page(404, "text/html", "<html>Not Found</html>"));

    assertThat(failure(trace, FailureKind.HTTP_STATUS).message())
        .contains("is no Ollama server")
        .contains("<html>Not Found</html>");
  }

  @Test
  void aStatusStandsWhateverBecomesOfItsBody() {
    var trace = play(Script.page(500, "text/plain", "").headers().cut());

    assertThat(failure(trace, FailureKind.HTTP_STATUS).httpStatus()).hasValue(500);
  }

  @Test
  void anEndlessReasonIsCut() {
    var trace = play(Script.page(500, "text/plain", "no ".repeat(50_000)).stall());

    assertThat(failure(trace, FailureKind.HTTP_STATUS).message().length()).isLessThan(300);
  }

  @Test
  void aRefusedConnectionSaysWhatToStart() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    var trace = client.generate(Requests.to(nobody));

    var failure = failure(trace, FailureKind.CONNECT);
    assertThat(failure.message())
        .contains("connection refused")
        .contains("`ollama serve`")
        .contains("tr116.endpoints");
    assertThat(failure.httpStatus()).isEmpty();
    assertThat(trace.stamps().sent()).isEmpty();
  }

  @Test
  void anUnknownHostSaysSo() {
    var trace = client.generate(Requests.to(URI.create("http://no-such-host.invalid:11434")));

    assertThat(failure(trace, FailureKind.CONNECT).message())
        .contains("no-such-host.invalid")
        .contains("unknown");
  }

  @Test
  void aResetBeforeAnyAnswerIsNoConnection() {
    assertThat(failure(play(Script.answer().reset()), FailureKind.CONNECT).message())
        .contains("without an answer");
    assertThat(failure(play(Script.answer().cut()), FailureKind.CONNECT).message())
        .contains("without an answer");
  }

  @Test
  void whatSpeaksAnotherProtocolIsNoOllamaServer() throws IOException {
    try (var ssh = RawPort.greeting("SSH-2.0-OpenSSH_9.6\r\n")) {
      var trace = client.generate(Requests.to(ssh.endpoint()));

      assertThat(failure(trace, FailureKind.MALFORMED).message()).contains("does not speak HTTP");
    }
  }
}
