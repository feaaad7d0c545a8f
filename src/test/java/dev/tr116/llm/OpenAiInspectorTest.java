package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import dev.tr116.plan.Model;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiInspectorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OpenAiInspector inspector =
      new OpenAiInspector(OpenAiCalls.key(OpenAiCalls.SECRET), ServerTrust.OF_JAVA);
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void close() {
    inspector.close();
    server.stop(0);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Test
  void vllmTellsItsModelsAndItsVersion() throws Exception {
    answer(
        "/v1/models", 200, "{\"data\":[{\"id\":\"org/a\",\"owned_by\":\"vllm\"},{\"id\":\"b\"}]}");
    answer("/version", 200, "{\"version\":\"0.11.0\"}");

    var told = inspector.ask(endpoint(), PATIENCE);

    assertThat(told.models()).containsExactly("org/a", "b");
    assertThat(told.version()).contains("vLLM 0.11.0");
  }

  @Test
  void llamaCppTellsItsBuild() throws Exception {
    answer("/v1/models", 200, "{\"data\":[{\"id\":\"x.gguf\",\"owned_by\":\"llamacpp\"}]}");
    answer("/props", 200, "{\"build_info\":\"b4916-1ab\",\"total_slots\":1}");

    assertThat(inspector.ask(endpoint(), PATIENCE).version()).contains("llama.cpp b4916-1ab");
  }

  @Test
  void aVersionThatNobodyTellsIsAbsent() throws Exception {
    answer("/v1/models", 200, "{\"object\":\"list\",\"data\":[]}");
    answer("/version", 200, "{\"version\":7}");

    var told = inspector.ask(URI.create(endpoint() + "/v1/"), PATIENCE);

    assertThat(told.models()).isEmpty();
    assertThat(told.version()).isEmpty();
  }

  @Test
  void aScriptedServerCannotPassForAnother() throws Exception {
    try (var scripted = ScriptedServer.start(new Model("org/a"))) {
      var told = inspector.ask(scripted.endpoint(), PATIENCE);

      assertThat(told.models()).containsExactly("org/a");
      assertThat(told.version().orElseThrow()).contains("scripted");
      assertThat(scripted.requests())
          .allMatch(
              request ->
                  request.header("authorization").orElseThrow().endsWith(OpenAiCalls.SECRET));
    }
  }

  @Test
  void whatListsNoModelsIsNoServer() {
    answer("/v1/models", 200, "{\"models\":\"" + OpenAiCalls.SECRET + "\"}");

    assertThatIOException()
        .isThrownBy(() -> inspector.ask(endpoint(), PATIENCE))
        .withMessageContaining("is no OpenAI-compatible server")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("secret"));
  }

  @Test
  void aKeyThatIsNotTakenIsNamedByItsVariable() {
    answer("/v1/models", 401, "{\"error\":{\"message\":\"no: " + OpenAiCalls.SECRET + "\"}}");

    assertThatIOException()
        .isThrownBy(() -> inspector.ask(endpoint(), PATIENCE))
        .withMessageContaining("does not take the API key of SOME_KEY (401: no: ***)");
  }

  @Test
  void nobodyThereSaysWhatToStart() {
    var nobody = endpoint();
    server.stop(0);

    assertThatIOException()
        .isThrownBy(() -> inspector.ask(nobody, PATIENCE))
        .withMessageContaining("vllm serve");
  }
}
