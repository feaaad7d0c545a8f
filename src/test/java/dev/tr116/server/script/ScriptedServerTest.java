package dev.tr116.server.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.plan.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
  private static final Duration AMPLE = Duration.ofSeconds(10);
  private static final Duration GAP = Duration.ofMillis(20);

  private ScriptedServer server;

  @BeforeEach
  void start() {
    server = ScriptedServer.start(Model.named("gemma3"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort());
  }

  private Socket ask(String model, String prompt) throws IOException {
    return send(
        "POST /api/generate", "{\"model\":\"%s\",\"prompt\":\"%s\"}".formatted(model, prompt));
  }

  private Socket send(String target, String body) throws IOException {
    var socket = connect();
    var request =
        "%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(target, body.length(), body);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  /** What the server sends until it closes, or until the end of a chunked body. */
  private static String read(Socket socket) throws IOException {
    try (socket) {
      var text = new StringBuilder();
      for (var next = socket.getInputStream().read();
          next >= 0;
          next = socket.getInputStream().read()) {
        text.append((char) next);
        if (text.toString().endsWith("\r\n0\r\n\r\n")) {
          break;
        }
      }
      return text.toString();
    }
  }

  @Test
  void aScriptIsPlayedByteForByte() throws IOException {
    server.always(Script.answer().line("{\"a\":1}").bytes((byte) 'x').cut());

    assertThat(read(ask("m", "p")).lines())
        .containsExactly(
            "HTTP/1.1 200 Scripted",
            "Content-Type: application/x-ndjson",
            "Transfer-Encoding: chunked",
            "",
            "8",
            "{\"a\":1}",
            "",
            "1",
            "x");
  }

  @Test
  void linesComeTogetherWhenAskedFor() throws IOException {
    server.always(Script.answer().line("1").line("2").line("3").linesPerWrite(2));

    assertThat(read(ask("m", "p"))).contains("\r\n\r\n4\r\n1\n2\n\r\n2\r\n3\n\r\n0\r\n\r\n");
  }

  @Test
  void theTerminatorReportsWhatReallyHappened() throws IOException {
    server.always(Script.answer(GAP, 3, GAP));

    var lines = read(ask("m", "four words in this")).lines().toList();
    var last = Json.read(lines.stream().filter(l -> l.contains("done_reason")).findAny().get());

    assertThat(lines.stream().filter(line -> line.contains("\"response\":\"word \""))).hasSize(3);
    assertThat(last.path("eval_count").asInt()).isEqualTo(3);
    assertThat(last.path("eval_duration").asLong()).isPositive();
    assertThat(last.path("prompt_eval_duration").asLong()).isGreaterThanOrEqualTo(GAP.toNanos());
    assertThat(last.path("total_duration").asLong())
        .isGreaterThanOrEqualTo(
            last.path("eval_duration").asLong() + last.path("prompt_eval_duration").asLong());
  }

  @Test
  void aConditionGoesBeforeTheOrderAndTheOrderBeforeTheStandingScript() throws IOException {
    server
        .always(Script.status(500, "standing"))
        .inOrder(Script.status(500, "first"), Script.status(500, "second"))
        .when(request -> request.model().equals("special"), Script.status(500, "special"));

    assertThat(read(ask("m", "p"))).contains("first");
    assertThat(read(ask("special", "p"))).contains("special");
    assertThat(read(ask("m", "p"))).contains("second");
    assertThat(read(ask("m", "p"))).contains("standing");
    assertThat(server.prompts())
        .extracting(ReceivedRequest::model)
        .containsExactly("m", "special", "m", "m");
  }

  @Test
  void itSeesWhichClientCloses() throws Exception {
    server.inOrder(Script.answer().text("a").stall(), Script.answer().cut());

    try (var client = ask("m", "p")) {
      assertThat(client.getInputStream().read()).isPositive();
      assertThat(server.connections().getFirst().closedByClient()).isEmpty();
    }
    read(ask("m", "p"));

    assertThat(server.connections().getFirst().awaitClosedByClient(AMPLE)).isTrue();
    assertThat(server.connections().getFirst().closedByClient().orElseThrow())
        .isLessThanOrEqualTo(System.nanoTime());
    assertThat(server.connections().get(1).closedByClient()).isEmpty();
  }

  @Test
  void aResetIsNoProperEnd() throws IOException {
    server.always(Script.answer().reset());

    try (var client = ask("m", "p")) {
      assertThatIOException()
          .isThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void everythingButAPromptIsAnsweredAsOllamaWould() throws IOException {
    assertThat(read(send("GET /", ""))).contains("Ollama is running");
    assertThat(read(send("GET /api/version", ""))).contains("{\"version\":\"0.0.0-scripted\"}");
    assertThat(read(send("GET /api/tags", ""))).contains("\"name\":\"gemma3:latest\"");
    assertThat(read(send("GET /api/ps", ""))).contains("{\"models\":[]}");
    assertThat(read(ask("gemma3:latest", ""))).contains("\"done_reason\":\"load\"");
    assertThat(read(send("GET /api/ps", ""))).contains("\"context_length\":2048");
    assertThat(read(ask("none", ""))).contains("404").contains("model 'none' not found");
    assertThat(read(send("GET /nowhere", ""))).contains("404 page not found");
    assertThat(server.prompts()).isEmpty();
    assertThat(server.requests()).hasSize(8);
  }

  @Test
  void aClosedServerLeavesThePortAndItsClients() throws IOException {
    server.always(Script.answer().text("a").stall());
    try (var client = ask("m", "p")) {
      assertThat(client.getInputStream().read()).isPositive();

      server.close();

      assertThat(read(client)).doesNotContain("done_reason");
    }
    assertThatIOException().isThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  @Test
  void aTakenPortSaysSo() {
    var port = server.endpoint().getPort();

    assertThatThrownBy(() -> ScriptedServer.start(port))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("port " + port + " cannot be used; take another one");
  }
}
