package dev.tr116.server.ollama;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * A process between a session and the {@code ollama} program it started: Ollama itself would run on
 * when the session is killed. The guard ends it as soon as its own standard input ends, which the
 * operating system sees to even for a killed parent.
 */
final class OllamaGuard {
  private static final int PATIENCE_S = 10;

  private OllamaGuard() {}

  /** Runs the command given until it ends or the standard input does. */
  public static void main(String... command) throws IOException, InterruptedException {
    var server = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread.ofPlatform().daemon().start(() -> pass(server));
    Thread.ofPlatform().daemon().start(() -> endWithInput(server));
    System.exit(server.waitFor());
  }

  private static void pass(Process server) {
    try {
      server.getInputStream().transferTo(System.out);
    } catch (IOException ended) {
      System.out.println("no more of the server's output: " + ended);
    }
  }

  private static void endWithInput(Process server) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      System.out.println("standard input broke: " + broken);
    }
    server.destroy();
    try {
      if (!server.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
