package dev.tr116.performance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running token server; it ends with this process at the latest. */
final class TokenServer implements AutoCloseable {
  private static final long PATIENCE_S = 10;

  private final Process process;
  private final int port;

  private TokenServer(Process process) throws IOException {
    this.process = process;
    BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
    this.port = Integer.parseInt(says.readLine());
  }

  /** Starts one for that load, on the first processor where processes can be pinned. */
  static TokenServer start(CPrograms programs, Load load) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.server().toString());
    command.addAll(
        List.of(
            "-n", String.valueOf(load.tokens()),
            "-i", String.valueOf(load.intervalMicros()),
            "-d", String.valueOf(load.firstMicros())));
    return new TokenServer(
        new ProcessBuilder(load.pinned() ? Machine.on(0, command) : command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  int port() {
    return port;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    process.onExit().completeOnTimeout(process, PATIENCE_S, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
