package dev.tr116.scaleout;

import dev.tr116.results.MadeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code tr116 report} takes for sessions of 1 000 and of 10 000 runs, and how much
 * memory: the figures of the sessions are made up, the command is the one that people call.
 */
final class RenderCheck {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long MOST_MIB = 2_048;

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
    var small = ReportCall.on(session(results, SMALL));
    var large = ReportCall.on(session(results, LARGE));
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
}
