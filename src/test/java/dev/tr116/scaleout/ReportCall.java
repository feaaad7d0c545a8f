package dev.tr116.scaleout;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * One call of {@code tr116 report} in a JVM of its own.
 *
 * @param took from the start of its JVM to the end
 * @param peakMib the most memory it held at once; empty where the system does not tell
 */
public record ReportCall(Duration took, OptionalLong peakMib) {
  /** One compiler, one collector, and less memory than 2 GiB. */
  private static final List<String> FLAGS =
      List.of(
          "--enable-preview",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmn160m",
          "-Xmx1536m");

  /**
   * Calls it.
   *
   * @param session the session's folder; what the command says is written beside it
   * @throws IOException when it fails
   */
  public static ReportCall on(Path session) throws IOException, InterruptedException {
    var began = System.nanoTime();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.tr116.cli.Main",
            "report",
            session.toString()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(session + ".log"))
            .start();
    var peak = OptionalLong.empty();
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      var now = peakMib(process.pid());
      peak = now.isPresent() ? now : peak;
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "report ended with " + process.exitValue() + ", see " + session + ".log");
    }
    return new ReportCall(Duration.ofNanos(System.nanoTime() - began), peak);
  }

  String line(int runs) {
    return String.format(
        Locale.ROOT,
        "%6d runs: %5.1f s, %s",
        runs,
        took.toMillis() / 1000.0,
        peakMib.isPresent() ? "at most " + peakMib.getAsLong() + " MiB" : "memory not told");
  }

  private static OptionalLong peakMib(long pid) {
    var status = Path.of("/proc", String.valueOf(pid), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException ended) {
      return OptionalLong.empty();
    }
  }
}
