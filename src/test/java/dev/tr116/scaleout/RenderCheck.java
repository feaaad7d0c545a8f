package dev.tr116.scaleout;

import dev.tr116.results.MadeSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code tr116 report} takes for sessions of 1 000 and of 10 000 runs, and how much
 * memory: the figures of the sessions are made up, the command is the one that people call.
 */
final class RenderCheck {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long MOST_MIB = 2_048;

  /** Those of the start script, and less memory than the limit. */
  private static final List<String> FLAGS =
      List.of(
          "--enable-preview",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmn160m",
          "-Xmx1536m");

  private static final int SCENARIOS = 2;
  private static final List<String> MODELS =
      List.of("gemma3", "qwen2.5", "llama3.1", "qwen2.5:14b", "gemma3:12b");

  private RenderCheck() {}

  /**
   * Ends with 0 when the larger session is within the limits and takes at most ten times as long as
   * the smaller one, else with 1.
   *
   * @param arguments the folder for the sessions; those that are there are used again
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var results = Path.of(arguments[0]).toAbsolutePath();
    var small = render(session(results, SMALL));
    var large = render(session(results, LARGE));
    System.out.println(small.line(SMALL));
    System.out.println(large.line(LARGE));
    var ratio = (double) large.took().toMillis() / small.took().toMillis();
    System.out.printf(
        Locale.ROOT, "%d times the runs took %.1f times as long%n", LARGE / SMALL, ratio);
    var holds =
        ratio <= (double) LARGE / SMALL
            && large.took().compareTo(LIMIT) <= 0
            && large.peakMib().orElse(0) <= MOST_MIB;
    System.out.println(
        (holds ? "holds: " : "does not hold: ")
            + LARGE
            + " runs within "
            + LIMIT.toSeconds()
            + " s and "
            + MOST_MIB
            + " MiB, growth no worse than linear");
    System.exit(holds ? 0 : 1);
  }

  private static Path session(Path results, int runs) {
    var name = "made-" + runs;
    var folder = results.resolve(name);
    return Files.isRegularFile(folder.resolve("manifest.json"))
        ? folder
        : MadeSession.write(
            results,
            name,
            "tr116.models",
            String.join(",", MODELS),
            "tr116.runs",
            String.valueOf(runs / MODELS.size() / SCENARIOS));
  }

  /**
   * One call of the command.
   *
   * @param took from the start of its JVM to the end
   * @param peakMib the most memory it held at once; empty where the system does not tell
   */
  private record Rendered(Duration took, OptionalLong peakMib) {
    String line(int runs) {
      return String.format(
          Locale.ROOT,
          "%6d runs: %5.1f s, %s",
          runs,
          took.toMillis() / 1000.0,
          peakMib.isPresent() ? "at most " + peakMib.getAsLong() + " MiB" : "memory not told");
    }
  }

  private static Rendered render(Path session) throws IOException, InterruptedException {
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
    return new Rendered(Duration.ofNanos(System.nanoTime() - began), peak);
  }

  private static OptionalLong peakMib(long pid) {
    var status = Path.of("/proc", String.valueOf(pid), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException ended) {
      return OptionalLong.empty();
    }
  }
}
