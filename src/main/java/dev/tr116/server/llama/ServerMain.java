package dev.tr116.server.llama;

import dev.tr116.server.InferenceException;
import dev.tr116.server.LoadOptions;
import dev.tr116.server.OllamaServer;
import java.io.IOException;
import java.net.BindException;
import java.util.Arrays;

/**
 * The process of one server. It writes one line, {@link #READY} with its port or {@link #FAILED}
 * with the reason, and ends with the process that started it.
 */
final class ServerMain {
  static final String READY = "ready ";
  static final String FAILED = "failed ";

  private static final int ANY_PORT = 0;

  private ServerMain() {}

  public static void main(String[] arguments) throws IOException {
    var settings = ServerSettings.parse(Arrays.asList(arguments));
    var folder = new TemporaryFolder(settings.folder());
    Runtime.getRuntime().addShutdownHook(new Thread(folder::close, "cleanup"));
    NativeLibrary.unpack(settings.folder());
    var launcher = new RunnerLauncher(settings.folder(), ClassPaths.ofThisProcess());
    var source = new LlamaTokenSource(settings.models(), launcher, settings.threads());
    var server = listen(settings.port(), source);
    ParentWatch.whenParentEnds(
        () -> {
          server.close();
          System.exit(0);
        });
    try {
      if (settings.tries()) {
        source.load(source.models().getFirst(), LoadOptions.DEFAULTS).close();
      }
      System.out.println(READY + server.uri().getPort());
    } catch (InferenceException e) {
      System.out.println(FAILED + e.getMessage().replaceAll("\\s+", " "));
    }
  }

  /** Listens on the preferred port, or on a free one when something else has it. */
  private static OllamaServer listen(int port, LlamaTokenSource source) throws IOException {
    try {
      return OllamaServer.start(port, source);
    } catch (BindException e) {
      return OllamaServer.start(ANY_PORT, source);
    }
  }
}
