package dev.tr116.performance;

import dev.tr116.performance.CostPlot.Series;
import dev.tr116.results.MadeSession;
import dev.tr116.scaleout.ReportCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What sessions of 10, 100, 1 000 and 10 000 runs cost: storing a run, a run's bytes on disk, and
 * the report over all of them. The figures of the sessions are made up; store and report are those
 * that people use.
 */
final class SessionCurve {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);
  private static final List<String> MODELS =
      List.of("gemma3", "qwen2.5", "llama3.1", "qwen2.5:14b", "gemma3:12b");
  private static final int SCENARIOS = 2;
  private static final int WARM_UP = 200;
  private static final int REPEATS = 3;

  private static final List<Cost> COSTS =
      List.of(
          new Cost("report-seconds", "tr116 report", "s", Point::reportSeconds),
          new Cost("report-memory", "peak memory of tr116 report", "MiB", Point::reportMib),
          new Cost("store-run", "storing a run", "ms a run", Point::keepMillis),
          new Cost("disk-run", "a run on disk", "KiB a run", Point::kibibytes));

  private SessionCurve() {}

  /**
   * A kind of cost.
   *
   * @param file the picture's name
   * @param label what costs
   * @param unit of the figures
   * @param figure of a session
   */
  private record Cost(String file, String label, String unit, ToDoubleFunction<Point> figure) {}

  /**
   * What a session of one size costs; NaN where the system does not tell.
   *
   * @param runs the size
   * @param reportSeconds median of the calls of the report, from the start of its JVM
   * @param reportMib median of the most memory each held at once
   * @param keepMillis mean over all runs of a session
   * @param kibibytes on disk before the report, for each run
   */
  private record Point(
      int runs, double reportSeconds, double reportMib, double keepMillis, double kibibytes) {}

  /**
   * Prints a table and draws the curves.
   *
   * @param arguments the folder for sessions and pictures, and the largest size, 10 000 without one
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Path.of(arguments[0]).toAbsolutePath();
    var most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SIZES.getLast();
    make(folder, WARM_UP);
    var points = new ArrayList<Point>();
    for (var runs : SIZES) {
      if (runs <= most) {
        points.add(point(folder, runs));
      }
    }
    var table = table(points);
    Files.writeString(folder.resolve("session-curve.md"), table);
    System.out.print(table);
    for (var cost : COSTS) {
      draw(folder, cost, points);
    }
  }

  private static Point point(Path folder, int runs) throws IOException, InterruptedException {
    var made = make(folder, runs);
    var bytes = bytes(made.folder());
    var seconds = new double[REPEATS];
    var mib = new double[REPEATS];
    for (var i = 0; i < REPEATS; i++) {
      var call = ReportCall.on(made.folder());
      seconds[i] = call.took().toNanos() / 1e9;
      mib[i] = call.peakMib().isPresent() ? call.peakMib().getAsLong() : Double.NaN;
    }
    return new Point(
        runs,
        median(seconds),
        median(mib),
        made.keeping().toNanos() / 1e6 / runs,
        bytes / 1024.0 / runs);
  }

  private static MadeSession.Made make(Path folder, int runs) throws IOException {
    var name = "made-" + runs;
    remove(folder.resolve(name));
    return MadeSession.make(
        folder,
        name,
        "tr116.models",
        String.join(",", MODELS),
        "tr116.runs",
        String.valueOf(runs / MODELS.size() / SCENARIOS));
  }

  private static String table(List<Point> points) {
    var text =
        new StringBuilder(
            """
            | runs per session | tr116 report, s | peak, MiB | storing a run, ms | a run on disk, KiB |
            |---:|---:|---:|---:|---:|
            """);
    for (var point : points) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %.2f | %s | %.2f | %.1f |%n",
              point.runs(),
              point.reportSeconds(),
              figure("%.0f", point.reportMib()),
              point.keepMillis(),
              point.kibibytes()));
    }
    text.append(row("exponent", points, Growth::exponent));
    return text.append(row("exponent between the last two", points, Growth::atTheEnd)).toString();
  }

  private interface Exponent {
    double of(double[] sizes, double[] costs);
  }

  private static String row(String title, List<Point> points, Exponent exponent) {
    var row = new StringBuilder("| " + title);
    for (var cost : COSTS) {
      var measured = measured(cost, points);
      row.append(" | ")
          .append(
              measured.size() < 2
                  ? "-"
                  : figure("%.2f", exponent.of(sizes(measured), costs(cost, measured))));
    }
    return row.append(" |\n").toString();
  }

  private static void draw(Path folder, Cost cost, List<Point> points) throws IOException {
    var measured = measured(cost, points);
    Files.writeString(
        folder.resolve(cost.file() + ".svg"),
        CostPlot.svg(
            "Runs per session: " + cost.label(),
            "runs per session",
            cost.label() + ", " + cost.unit(),
            List.of(Series.of(cost.label(), sizes(measured), costs(cost, measured), n(cost)))));
  }

  /** Reports are called several times, a session is written once. */
  private static int n(Cost cost) {
    return cost.file().startsWith("report") ? REPEATS : 1;
  }

  private static List<Point> measured(Cost cost, List<Point> points) {
    return points.stream().filter(p -> !Double.isNaN(cost.figure().applyAsDouble(p))).toList();
  }

  private static double[] sizes(List<Point> points) {
    return points.stream().mapToDouble(Point::runs).toArray();
  }

  private static double[] costs(Cost cost, List<Point> points) {
    return points.stream().mapToDouble(cost.figure()).toArray();
  }

  private static String figure(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private static double median(double[] values) {
    var sorted = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static long bytes(Path folder) throws IOException {
    var sum = 0L;
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
