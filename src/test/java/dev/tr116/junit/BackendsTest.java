package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.server.ollama.FakeOllama;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackendsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OllamaInspector inspector = new OllamaInspector();

  @TempDir private Path folder;

  @AfterEach
  void end() {
    inspector.close();
  }

  @Test
  void usesServersThatAnswer() throws InterruptedException {
    try (var server = ScriptedServer.start(Model.named("gemma3"))) {
      var settings = settings(server.endpoint() + "," + server.endpoint());

      try (var backend = new Backends(inspector, Optional::empty).open(settings)) {
        assertThat(backend.endpoints()).containsExactly(server.endpoint(), server.endpoint());
        assertThat(backend.description().weights()).isEqualTo(BackendDescription.NO_WEIGHTS);
      }

      assertThat(inspector.version(server.endpoint(), PATIENCE)).isPresent();
    }
  }

  @Test
  void startsTheInstalledProgramWhereNobodyAnswersAndEndsItAgain() throws Exception {
    var program = FakeOllama.install(folder);
    var settings = settings("http://127.0.0.1:" + freePort() + ",http://127.0.0.1:" + freePort());
    var backends = new Backends(inspector, () -> Optional.of(program));

    try (var backend = backends.open(settings)) {
      for (var endpoint : backend.endpoints()) {
        assertThat(inspector.version(endpoint, PATIENCE)).isPresent();
      }
    }

    for (var endpoint : settings.endpoints()) {
      assertThat(inspector.version(endpoint, PATIENCE)).isEmpty();
    }
  }

  @Test
  void neverReplacesEndpointsSetByHandWithStandIns() throws IOException {
    var settings = settings("http://127.0.0.1:" + freePort() + ",http://127.0.0.1:" + freePort());
    var backends = new Backends(inspector, Optional::empty);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> backends.open(settings))
        .withMessageContaining("no Ollama server for the agents")
        .withMessageContaining("ollama serve")
        .withMessageContaining("-Dtr116.backend=embedded");
  }

  @Test
  void saysWhichOfTwoServersIsMissing() throws IOException {
    try (var server = ScriptedServer.start(Model.named("gemma3"))) {
      var missing = "http://127.0.0.1:" + freePort();
      var settings = settings(server.endpoint() + "," + missing);
      var backends = new Backends(inspector, Optional::empty);

      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> backends.open(settings))
          .withMessageContaining("no Ollama server for every agent")
          .withMessageContaining(missing);
    }
  }

  @Test
  void tellsStandInsOfAnotherSessionFromRealServers() {
    var embedded = ServerVersion.describe(java.util.List.of("0.0.0-embedded-b4916"));
    var real = ServerVersion.describe(java.util.List.of("0.24.0"));

    assertThat(embedded.phrase()).isEqualTo("embedded llama.cpp b4916, stand-in weights");
    assertThat(embedded.isReal()).isFalse();
    assertThat(real.phrase()).isEqualTo("ollama 0.24.0");
    assertThat(real.isReal()).isTrue();
  }

  private static Settings settings(String endpoints) {
    return Settings.of(Map.of("tr116.endpoints", endpoints));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
