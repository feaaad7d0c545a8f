package dev.tr116.load;

import dev.tr116.server.script.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server in a JVM of its own, so that memory, threads and descriptors of this one are the
 * client's.
 */
final class PlayedElsewhere implements AutoCloseable {
  private static final String OPEN = "open";

  private final Process process;
  private final BufferedReader says;
  private final URI endpoint;

  private PlayedElsewhere(Process process) throws IOException {
    this.process = process;
    this.says = process.inputReader(StandardCharsets.UTF_8);
    this.endpoint = URI.create(says.readLine());
  }

  /** Starts one that knows the answers of so many tokens so far apart, and every ending. */
  static PlayedElsewhere start(int tokens, Duration gap) throws IOException {
    return new PlayedElsewhere(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PlayedElsewhere.class.getName(),
                String.valueOf(tokens),
                gap.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** A server that plays these in this JVM. */
  static ScriptedServer here(List<Play> plays) {
    var server = ScriptedServer.start().forgetful();
    plays.forEach(
        play -> server.when(request -> request.prompt().equals(play.prompt()), play.script()));
    return server;
  }

  URI endpoint() {
    return endpoint;
  }

  /** How many connections stand now. */
  int openConnections() {
    try {
      var to = process.outputWriter(StandardCharsets.UTF_8);
      to.write(OPEN + "\n");
      to.flush();
      return Integer.parseInt(says.readLine());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    says.close();
  }

  /** The other side: ends with its standard input, so also when this JVM is gone. */
  public static void main(String[] arguments) throws IOException {
    var answers = Play.answers(Integer.parseInt(arguments[0]), Duration.parse(arguments[1]));
    try (var server = here(Stream.concat(answers.stream(), Play.endings().stream()).toList());
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(server.endpoint());
      for (var line = asked.readLine(); line != null; line = asked.readLine()) {
        System.out.println(line.equals(OPEN) ? server.openConnections() : -1);
      }
    }
  }
}
