package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointLocksTest {
  private static final URI A = URI.create("http://192.0.2.1:11434");
  private static final URI B = URI.create("http://192.0.2.2:11434");

  @TempDir private Path results;

  @Test
  void keepASecondSessionOffAServerInUse() {
    try (var first = EndpointLocks.take(results, "one", Traces.OLLAMA, List.of(A, A))) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> EndpointLocks.take(results, "two", Traces.OLLAMA, List.of(B, A)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("192.0.2.1:11434 is measured on by session one, process")
          .hasMessageContaining("wait for its end, or give each shard its own servers");
      // The one that was free was not kept by the session that failed.
      EndpointLocks.take(results, "three", Traces.OLLAMA, List.of(B)).close();
    }
    EndpointLocks.take(results, "two", Traces.OLLAMA, List.of(A, B)).close();
  }

  @Test
  void areNotNeededForServersOfTheOwnProcess() {
    var scripted =
        new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);

    EndpointLocks.take(results, "one", scripted, List.of(A));

    EndpointLocks.take(results, "two", Traces.OLLAMA, List.of(A)).close();
  }

  @Test
  void knowALoopbackAddressAsAServerOfThisMachine() {
    assertThat(EndpointLocks.server(URI.create("http://127.0.0.1:11434")))
        .isEqualTo(EndpointLocks.server(URI.create("http://localhost:11434/")))
        .doesNotContain("127");
    assertThat(EndpointLocks.server(URI.create("https://192.0.2.1/v1"))).isEqualTo("192.0.2.1_443");
  }
}
