package dev.tr116.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.exec.CommandWords;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM without {@code --enable-preview}. */
@Timeout(60)
class WithoutPreviewTest {
  @Test
  void runsEveryRuntimeButStructured() throws IOException, InterruptedException {
    var command = "{java} -cp {classpath} " + Trial.class.getName();

    var process =
        new ProcessBuilder(CommandWords.of(command, Path.of("none")))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("platform true", "async true", "event-loop true")
        .contains("structured refused", "--enable-preview", "tr116.runtimes=platform");
  }

  /** What is tried there. */
  static final class Trial {
    private Trial() {}

    public static void main(String[] args) {
      try (var server = ScriptedServer.start();
          var client = new OllamaClient();
          var runtimes = AgentRuntimes.of(client)) {
        for (var name : List.of("platform", "async", "event-loop")) {
          AgentRuntimes.require(Settings.of(Map.of("tr116.runtimes", name)));
          var agents = Sequence.agents(Timeouts.STANDARD, 1, server.endpoint());
          runtimes.named(name).run(agents);
          System.out.println(name + " " + agents.getFirst().outcome().succeeded());
        }
        AgentRuntimes.require(Settings.of(Map.of("tr116.runtimes", "structured")));
      } catch (SettingsException refused) {
        System.out.println("structured refused: " + refused.getMessage());
      }
    }
  }
}
