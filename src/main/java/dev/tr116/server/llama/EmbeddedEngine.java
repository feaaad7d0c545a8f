package dev.tr116.server.llama;

import dev.tr116.plan.BackendDescription;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers with real inference on stand-in models, each in a process of its own, for machines
 * without Ollama.
 *
 * <p>The models have the architecture of those they stand in for and 30 to 50 million random
 * weights, so the work is real and the text is not. They are generated when they are first asked
 * for and kept in the folder {@code tr116/models} of the user's cache, or in one that the caller
 * names. The processes end with {@link #close} or with this process.
 */
public final class EmbeddedEngine implements AutoCloseable {
  static final String LLAMA_CPP_VERSION = "b4916";

  /** What its servers answer, so that nobody takes them for Ollama's own. */
  static final String SERVER_VERSION = "0.0.0-embedded-" + LLAMA_CPP_VERSION;

  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<URI> endpoints = new ArrayList<>();

  private EmbeddedEngine() {}

  /**
   * Starts one server for each port and waits until all of them can be used.
   *
   * @param preferredPorts where the servers are to listen; one that is taken, or 0, becomes a free
   *     one
   * @param models names of models that it {@link #has}
   * @param threadsPerServer threads of the inference where a request asks for no number
   * @param cache folder that keeps the generated models; empty for the user's cache folder
   * @throws EngineException when a model is unknown, the llama.cpp binding is not on the class
   *     path, or llama.cpp cannot run on this machine
   */
  public static EmbeddedEngine start(
      List<Integer> preferredPorts,
      List<String> models,
      int threadsPerServer,
      Optional<Path> cache) {
    return start(preferredPorts, models, threadsPerServer, ModelCache.in(cache));
  }

  static EmbeddedEngine start(
      List<Integer> preferredPorts, List<String> models, int threadsPerServer, ModelCache cache) {
    if (preferredPorts.isEmpty() || models.isEmpty() || threadsPerServer < 1) {
      throw new IllegalArgumentException("needs a port, a model and a thread at least");
    }
    var wanted = models.stream().map(StandInModel::of).distinct().toList();
    var classPath = ClassPaths.ofServer(EmbeddedEngine.class.getClassLoader());
    var files = wanted.stream().map(cache::get).toList();
    var engine = new EmbeddedEngine();
    try {
      for (var port : preferredPorts) {
        var isFirst = engine.servers.isEmpty();
        engine.servers.add(ServerProcess.start(port, threadsPerServer, isFirst, files, classPath));
      }
      engine.servers.forEach(server -> engine.endpoints.add(server.awaitReady(LONGEST_START)));
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Names of models that can be asked for, one for each architecture and size first. There are
   * more: what {@link #has} tells.
   */
  public static List<String> availableModels() {
    return StandInModel.tags();
  }

  /** Whether a model of that name can be asked for, with or without {@code :latest}. */
  public static boolean has(String name) {
    return StandInModel.find(name).isPresent();
  }

  /** Where the servers listen, in the order of the preferred ports. */
  public List<URI> endpoints() {
    return List.copyOf(endpoints);
  }

  /** What to say wherever results of this engine are shown. */
  public BackendDescription description() {
    return new BackendDescription(
        "embedded", Optional.of(LLAMA_CPP_VERSION), BackendDescription.STAND_IN);
  }

  /** Ends all processes and waits for that. */
  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
  }
}
