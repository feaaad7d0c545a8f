package dev.tr116.llm;

import static dev.tr116.llm.OpenAiCalls.content;
import static dev.tr116.llm.OpenAiCalls.delta;
import static dev.tr116.llm.OpenAiCalls.events;
import static dev.tr116.llm.OpenAiCalls.finish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.CallTrace;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that the server or the network ends. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OpenAiClientFailureTest {
  @Parameter private TransportChoice transport;

  private ScriptedServer server;

  @BeforeEach
  void open() {
    server = ScriptedServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CallTrace play(Script script) {
    return play(script, OpenAiCalls.chat());
  }

  private CallTrace play(Script script, OpenAiAccess access) {
    server.always(script);
    try (var client = new OpenAiClient(access, ServerTrust.OF_JAVA, transport)) {
      return client.generate(Requests.to(server.endpoint()));
    }
  }

  private static String failure(CallTrace trace, FailureKind kind) {
    assertThat(trace.succeeded()).isFalse();
    var failure = trace.failure().orElseThrow();
    assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
    assertThat(failure.message()).doesNotContain("llama", "done:true");
    assertThat(trace.doneReason()).isEmpty();
    assertThat(trace.server()).isEqualTo(ServerTimings.UNKNOWN);
    assertThat(trace.stamps().done()).isEmpty();
    return failure.message();
  }

  private static void keepsTwoChunks(CallTrace trace) {
    assertThat(trace.answer()).isEqualTo("Half");
    assertThat(trace.thinking()).isEqualTo("Hm");
    assertThat(trace.chunks().size()).isEqualTo(2);
    assertThat(trace.failure().orElseThrow().charsReceived()).isEqualTo(4);
    assertThat(trace.failure().orElseThrow().httpStatus()).hasValue(200);
  }

  private static Script half(String... more) {
    var script = events(delta("\"reasoning\":\"Hm\""), content("Half"));
    for (var each : more) {
      script = script.bytes(("data: " + each + "\n\n").getBytes(UTF_8));
    }
    return script;
  }

  @Test
  void doneWithoutAFinishReasonIsATruncation() {
    var trace = play(half("[DONE]"));

    assertThat(failure(trace, FailureKind.TRUNCATED)).contains("without a finish_reason");
    keepsTwoChunks(trace);
  }

  @Test
  void anEndWithoutDoneIsATruncation() {
    var trace = play(half(finish("stop")));

    assertThat(failure(trace, FailureKind.TRUNCATED))
        .contains("without data: [DONE], after its finish_reason");
    keepsTwoChunks(trace);
  }

  @Test
  void anEndWithNeitherNamesBoth() {
    assertThat(failure(play(half()), FailureKind.TRUNCATED))
        .contains("without a finish_reason and without data: [DONE]");
    assertThat(failure(play(Script.answer()), FailureKind.TRUNCATED))
        .contains("without a finish_reason and without data: [DONE]");
  }

  @Test
  void aBrokenConnectionIsATruncation() {
    var cut = play(half(finish("stop")).cut());
    var reset = play(half().after(Duration.ofMillis(500)).reset());

    assertThat(failure(cut, FailureKind.TRUNCATED)).contains("broke within the answer");
    assertThat(failure(reset, FailureKind.TRUNCATED)).contains("broke within the answer");
    keepsTwoChunks(reset);
  }

  @Test
  void halfAnEventIsATruncation() {
    var trace = play(half().bytes("data: {\"choices\":[{".getBytes(UTF_8)));

    assertThat(failure(trace, FailureKind.TRUNCATED)).contains("{\"choices\":[{");
    keepsTwoChunks(trace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\ndata: [DONE]\n\n",
        "data: {\"object\":\"error\",\"message\":\"out of memory\",\"code\":500}\n\n",
        "data: {\"error\":\"out of memory\",\"error_type\":\"generation\"}\n\n",
        "error: {\"code\":500,\"message\":\"out of memory\",\"type\":\"server_error\"}\n\n",
        "{\"error\":\"out of memory\"}\n"
      })
  void anErrorAfterStatus200FailsTheCallInEveryForm(String error) {
    var trace = play(half().bytes(error.getBytes(UTF_8)));

    assertThat(failure(trace, FailureKind.ERROR_LINE)).contains("error: out of memory;");
    keepsTwoChunks(trace);
  }

  @Test
  void anErrorNeedsNoText() {
    assertThat(failure(play(half("{\"error\":{\"code\":500}}")), FailureKind.ERROR_LINE))
        .contains("without a text");
    assertThat(failure(play(half("{\"object\":\"error\"}")), FailureKind.ERROR_LINE))
        .contains("without a text");
  }

  @Test
  void noErrorIsNone() {
    var script = half("{\"error\":null,\"choices\":[]}", finish("stop"), "[DONE]");

    assertThat(play(script).failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[1]",
        "7",
        "{\"choices\":{}}",
        "{\"choices\":[{\"delta\":{\"content\":7}}]}",
        "{\"choices\":[]}{\"choices\":[]}",
        "[DONE] and more"
      })
  void anEventOfAnotherKindIsMalformed(String data) {
    var trace = play(half(data).stall());

    assertThat(failure(trace, FailureKind.MALFORMED)).contains("'" + data + "'");
    keepsTwoChunks(trace);
  }

  @Test
  void aWholeAnswerInsteadOfAStreamIsMalformed() {
    var whole = "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";

    assertThat(
            failure(
                play(Script.page(200, "application/json", whole + "\n")), FailureKind.MALFORMED))
        .contains("no event of a streamed answer");
  }

  @Test
  void aPageIsNoServer() {
    var page = "<!doctype html><html>Hello</html>";

    assertThat(failure(play(Script.page(200, "text/html", page)), FailureKind.MALFORMED))
        .contains("is no OpenAI-compatible server", "<!doctype html>");
    assertThat(failure(play(Script.page(404, "text/html", page)), FailureKind.HTTP_STATUS))
        .contains("is no OpenAI-compatible server", "<!doctype html>");
  }

  @Test
  void aMissingKeySaysWhereToPutIt() {
    var body = "{\"error\":{\"message\":\"You didn't provide an API key.\",\"code\":null}}";

    assertThat(failure(play(Script.page(401, "application/json", body)), FailureKind.HTTP_STATUS))
        .contains(
            "wants an API key in SOME_KEY (401: You didn't provide an API key.)",
            "tr116.openai.key-variable");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500, 503})
  void theKeyIsInNoMessageHoweverTheServerRepeatsIt(int status) {
    var text = "bad key " + OpenAiCalls.SECRET;
    var forms =
        new String[] {
          text,
          "<" + text,
          "{" + text,
          "{\"error\":\"" + text + "\"}",
          "{\"error\":{\"message\":\"" + text + "\"}}",
          "{\"detail\":\"" + text + "\"}"
        };
    for (var form : forms) {
      var sent = status == 200 ? "data: " + form + "\n\n" + form + "\n" : form;

      var trace = play(Script.page(status, "application/json", sent), OpenAiCalls.withKey());

      assertThat(trace.failure().orElseThrow().message()).doesNotContain("secret");
      assertThat(trace.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aMissingModelNamesThoseThatAreServed() {
    var body = "{\"error\":{\"message\":\"The model `gemma3:latest` does not exist.\"}}";
    var script = Script.page(404, "application/json", body);

    assertThat(failure(play(script), FailureKind.HTTP_STATUS))
        .contains("does not serve gemma3:latest (404: The model", "/v1/models", "tr116.models");
    assertThat(
            failure(
                play(script, OpenAiCalls.serving(server.endpoint(), "org/a", "org/b")),
                FailureKind.HTTP_STATUS))
        .contains("it serves org/a, org/b: name one of them in tr116.models");
  }

  @Test
  void aMissingPathIsNoMissingModel() {
    var script = Script.page(404, "application/json", "{\"detail\":\"Not Found\"}");

    assertThat(
            failure(
                play(script, OpenAiCalls.serving(server.endpoint(), "gemma3:latest")),
                FailureKind.HTTP_STATUS))
        .contains("has no /v1/chat/completions (404: Not Found)", "tr116.openai.api");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aBusyServerSaysSo(int status) {
    var body = "{\"error\":{\"message\":\"Loading model\",\"code\":503}}";

    assertThat(
            failure(play(Script.page(status, "application/json", body)), FailureKind.HTTP_STATUS))
        .contains("is busy (" + status + ": Loading model)", "fewer calls");
  }

  @Test
  void anotherStatusPassesTheServersTextOn() {
    var body = "{\"object\":\"error\",\"message\":\"max_tokens is too large\"}";

    assertThat(failure(play(Script.page(400, "application/json", body)), FailureKind.HTTP_STATUS))
        .contains("400: max_tokens is too large");
    assertThat(failure(play(Script.page(500, "text/plain", "")), FailureKind.HTTP_STATUS))
        .contains("500 and no reason");
  }

  @Test
  void aRefusedConnectionSaysWhatToStart() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    try (var client = new OpenAiClient(OpenAiCalls.chat(), ServerTrust.OF_JAVA, transport)) {
      var failure = client.generate(Requests.to(nobody)).failure().orElseThrow();

      assertThat(failure.kind()).isEqualTo(FailureKind.CONNECT);
      assertThat(failure.message())
          .contains("connection refused", "vllm serve", "tr116.endpoints")
          .doesNotContain("ollama");
    }
  }

  @Test
  void commentsKeepNoCallAlive() {
    var script = half();
    for (var i = 0; i < 40; i++) {
      script = script.after(Duration.ofMillis(50)).bytes(": alive\n\n".getBytes(UTF_8));
    }
    server.always(script.stall());

    try (var client = new OpenAiClient(OpenAiCalls.chat(), ServerTrust.OF_JAVA, transport)) {
      var trace =
          client.generate(Requests.to(server.endpoint(), Requests.idle(Duration.ofMillis(500))));

      assertThat(trace.failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMEOUT_IDLE);
      keepsTwoChunks(trace);
    }
  }
}
