package dev.tr116.server.script;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers that infer nothing: each plays one answer on a known schedule, for trying out a test
 * suite without a model. The first token comes after 20 ms; the first server then sends 40 tokens 3
 * ms apart, each further server 20 tokens more than the one before.
 */
public final class ScriptedEngine implements AutoCloseable {
  private static final Duration FIRST_TOKEN = Duration.ofMillis(20);
  private static final Duration GAP = Duration.ofMillis(3);
  private static final int FEWEST_TOKENS = 40;
  private static final int MORE_TOKENS = 20;
  private static final int PROMPT_TOKENS = 100;

  private final List<ScriptedServer> servers = new ArrayList<>();

  private ScriptedEngine() {}

  /**
   * Starts one server for each agent, on free ports.
   *
   * @throws UncheckedIOException when no port can be had
   */
  public static ScriptedEngine start(int count, List<Model> models) {
    var engine = new ScriptedEngine();
    try {
      for (var i = 0; i < count; i++) {
        var script = script(FEWEST_TOKENS + i * MORE_TOKENS);
        engine.servers.add(ScriptedServer.start(models.toArray(Model[]::new)).always(script));
      }
      return engine;
    } catch (UncheckedIOException failed) {
      engine.close();
      throw failed;
    }
  }

  private static Script script(int tokens) {
    return Script.answer()
        .after(FIRST_TOKEN)
        .text("word ")
        .texts(tokens - 1, GAP, "word ")
        .done(
            Terminator.of("stop")
                .prompt(PROMPT_TOKENS, FIRST_TOKEN)
                .eval(tokens, GAP.multipliedBy(tokens - 1))
                .totalWithQueue(Duration.ZERO));
  }

  /** Where the servers listen, one per agent. */
  public List<URI> endpoints() {
    return servers.stream().map(ScriptedServer::endpoint).toList();
  }

  /** What to say wherever figures from here are shown. */
  public BackendDescription description() {
    return new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);
  }

  @Override
  public void close() {
    servers.forEach(ScriptedServer::close);
  }
}
