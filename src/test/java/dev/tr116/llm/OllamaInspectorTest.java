package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OllamaInspectorTest {
  private static final Model GEMMA = Model.named("gemma3");

  private ScriptedServer server;
  private OllamaInspector inspector;

  @BeforeEach
  void open() {
    server = ScriptedServer.start(GEMMA, Model.named("qwen2.5"));
    inspector = new OllamaInspector();
  }

  @AfterEach
  void close() {
    inspector.close();
    server.close();
  }

  @Test
  void anOllamaServerTellsItsVersion() throws Exception {
    assertThat(inspector.ask(server.endpoint(), Margins.AMPLE))
        .isEqualTo(new EndpointAnswer.Ollama("0.0.0-scripted"));
    assertThat(inspector.version(server.endpoint(), Margins.AMPLE)).contains("0.0.0-scripted");
  }

  @Test
  void anotherServiceIsToldFromNothing() throws Exception {
    try (var ssh = RawPort.greeting("SSH-2.0-OpenSSH_9.6\r\n");
        var web = RawPort.greeting("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<html>hi!");
        var silent = RawPort.greeting("")) {
      for (var service : new RawPort[] {ssh, web, silent}) {
        assertThat(inspector.ask(service.endpoint(), Margins.AMPLE))
            .isInstanceOf(EndpointAnswer.OtherService.class);
        assertThat(inspector.version(service.endpoint(), Margins.AMPLE)).isEmpty();
      }
    }
  }

  @Test
  void aServerElsewhereIsNamed() throws Exception {
    try (var moved = RawPort.greeting(redirectTo("https://gpu-1/llm/api/version"))) {
      assertThat(inspector.ask(moved.endpoint(), Margins.AMPLE))
          .isEqualTo(
              new EndpointAnswer.OtherService(
                  moved.endpoint()
                      + " redirects to 'https://gpu-1/llm/api/version' (301), which is not followed;"
                      + " write https://gpu-1/llm in tr116.endpoints"));
    }
    try (var moved = RawPort.greeting(redirectTo("https://gpu-1/api/ps"))) {
      assertThatIOException()
          .isThrownBy(() -> inspector.running(moved.endpoint(), Margins.AMPLE))
          .withMessageEndingWith("write https://gpu-1 in tr116.endpoints");
    }
  }

  private static String redirectTo(String location) {
    return "HTTP/1.1 301 Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  @Test
  void aServerThatListsModelsWithoutTellingAVersionPassesForOne() throws Exception {
    var body = "{\"models\":[]}";
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;

    try (var server = RawPort.greeting(answer)) {
      assertThat(inspector.ask(server.endpoint(), Margins.AMPLE))
          .isEqualTo(new EndpointAnswer.Ollama(""));
      assertThat(inspector.version(server.endpoint(), Margins.AMPLE)).isEmpty();
    }
  }

  @Test
  void nothingAtAllIsSilence() throws Exception {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThat(inspector.ask(nobody, Margins.AMPLE))
        .isEqualTo(
            new EndpointAnswer.Silence(
                FailureMessages.refused(Api.OLLAMA, nobody, "connection refused")));
  }

  @Test
  void anAnswerIsNotWaitedForLongerThanAsked() throws Exception {
    try (var mute = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      var endpoint = URI.create("http://127.0.0.1:" + mute.getLocalPort());

      assertThat(inspector.ask(endpoint, Duration.ofMillis(100)))
          .isEqualTo(
              new EndpointAnswer.Silence(
                  FailureMessages.noAnswer(Api.OLLAMA, endpoint, Duration.ofMillis(100))));
    }
  }

  @Test
  void modelsAreListedAndShown() throws Exception {
    var models = inspector.models(server.endpoint(), Margins.AMPLE);
    var shown = inspector.show(server.endpoint(), GEMMA, Margins.AMPLE);

    assertThat(models).extracting(ModelInfo::name).containsExactly("gemma3:latest", "qwen2.5:7b");
    assertThat(models.getFirst().sizeBytes()).isPresent();
    assertThat(models.getFirst().digest().orElseThrow()).hasSize(64);
    assertThat(shown.family()).contains("llama");
    assertThat(shown.parameterSize()).contains("30M");
    assertThat(shown.quantization()).contains("F16");
    assertThat(shown.contextLength()).hasValue(2048);
    assertThat(shown.capabilities()).containsExactly("completion");
  }

  @Test
  void aModelIsLoadedAndUnloaded() throws Exception {
    inspector.load(
        server.endpoint(), GEMMA, GenerationOptions.SERVER_DEFAULTS, "10m", Margins.AMPLE);
    var loaded = inspector.running(server.endpoint(), Margins.AMPLE);
    inspector.unload(server.endpoint(), GEMMA, Margins.AMPLE);

    assertThat(loaded).extracting(ResidentModel::name).containsExactly("gemma3:latest");
    assertThat(loaded.getFirst().sizeVramBytes()).hasValue(0);
    assertThat(loaded.getFirst().contextLength()).hasValue(2048);
    assertThat(inspector.running(server.endpoint(), Margins.AMPLE)).isEmpty();
  }

  @Test
  void whatIsInMemoryIsToldInFull() throws Exception {
    var body =
        """
        {"models":[{"name":"gemma3:latest","digest":"a2","size":4000,"size_vram":3000,
        "details":{"quantization_level":"Q4_K_M"},"expires_at":"2026-11-22T14:30:00.5+02:00",
        "context_length":8192},{"name":"old"},{"size":1}]}""";
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;

    try (var server = RawPort.greeting(answer)) {
      var resident = inspector.running(server.endpoint(), Margins.AMPLE);

      assertThat(resident).hasSize(2);
      assertThat(resident.getFirst())
          .isEqualTo(
              new ResidentModel(
                  "gemma3:latest",
                  Optional.of("a2"),
                  OptionalLong.of(4000),
                  OptionalLong.of(3000),
                  OptionalLong.of(8192),
                  Optional.of("Q4_K_M"),
                  Optional.of(Instant.parse("2026-11-22T12:30:00.5Z"))));
      assertThat(resident.getFirst().percentOnCpu()).hasValue(25);
      assertThat(resident.getLast().percentOnCpu()).isEmpty();
      assertThat(resident.getLast().expiresAt()).isEmpty();
    }
  }

  @Test
  void theClockOfAServerIsHeldAgainstOurs() throws Exception {
    assertThat(inspector.date(server.endpoint(), Margins.AMPLE)).isEmpty();

    server.clock(Duration.ZERO);
    var right = inspector.date(server.endpoint(), Margins.AMPLE).orElseThrow();
    server.clock(Duration.ofHours(-1));
    var late = inspector.date(server.endpoint(), Margins.AMPLE).orElseThrow();
    server.clock(Duration.ofHours(2));
    var early = inspector.date(server.endpoint(), Margins.AMPLE).orElseThrow();

    assertThat(right.ahead()).isZero();
    assertThat(late.ahead()).isBetween(Duration.ofMinutes(-61), Duration.ofMinutes(-59));
    assertThat(early.ahead()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
  }

  @Test
  void aMissingModelIsToBePulled() {
    var missing = Model.named("mistral");

    assertThatIOException()
        .isThrownBy(() -> inspector.show(server.endpoint(), missing, Margins.AMPLE))
        .withMessageContaining("`ollama pull mistral:latest`");
  }

  @Test
  void anAnswerThatIsNoJsonIsAnError() throws IOException {
    try (var web = RawPort.greeting("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
      assertThatIOException()
          .isThrownBy(() -> inspector.models(web.endpoint(), Margins.AMPLE))
          .withMessage(FailureMessages.notOllama(web.endpoint(), 200, "hello"));
    }
  }
}
