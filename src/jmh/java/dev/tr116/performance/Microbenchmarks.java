package dev.tr116.performance;

import dev.tr116.results.TraceBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures parser, trace codec and statistics with the flags of a JVM that measures, the parsers
 * also with the JVM's own defaults, and prints a table.
 */
public final class Microbenchmarks {
  private static final String PARSERS = "dev.tr116.llm.StreamParsing.*";
  private static final String REST =
      "dev.tr116.(results.TraceCodec|statistics.IntervalOfTheMean).*";
  private static final int TOKENS = 500;

  private Microbenchmarks() {}

  /**
   * Runs everything.
   *
   * @param arguments the file for JMH's results; the flags needed by any JVM; those of a JVM that
   *     measures; and, where not everything is wanted, what the names of the others hold
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    var file = Path.of(arguments[0]);
    var needed = flags(arguments[1]);
    var shipped = new ArrayList<>(needed);
    shipped.addAll(flags(arguments[2]));
    var wanted = arguments.length > 3 ? ".*" + arguments[3] + ".*" : "";
    var lines = new ArrayList<String>();
    add(lines, "shipped", run(wanted.isEmpty() ? PARSERS : wanted, 2, shipped, file));
    if (wanted.isEmpty()) {
      add(lines, "JVM defaults", run(PARSERS, 1, needed, beside(file, "-defaults")));
      add(lines, "shipped", run(REST, 1, shipped, beside(file, "-rest")));
      addBytes(lines, file.toAbsolutePath().getParent());
    }
    System.out.println();
    System.out.println(
        "| what | flags | measured | least to most | allocated, B each | goal | limit |");
    System.out.println("|---|---|---|---|---|---|---|");
    lines.forEach(System.out::println);
  }

  private static Collection<RunResult> run(
      String benchmarks, int forks, List<String> flags, Path file)
      throws RunnerException, IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Runner(
            new OptionsBuilder()
                .include(benchmarks)
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .threads(1)
                .shouldDoGC(true)
                .shouldFailOnError(true)
                .jvmArgs(flags.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .result(file.toString())
                .resultFormat(ResultFormatType.JSON)
                .build())
        .run();
  }

  private static void add(List<String> lines, String flags, Collection<RunResult> results) {
    for (var result : results) {
      var rate = result.getPrimaryResult().getStatistics();
      var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      var hasGoal = result.getParams().getBenchmark().contains("StreamParsing.ollama");
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,.0f/s | %,.0f to %,.0f | %s | %s | %s |",
              name(result),
              flags,
              rate.getPercentile(50),
              rate.getMin(),
              rate.getMax(),
              allocated == null ? "-" : String.format(Locale.ROOT, "%,.0f", allocated.getScore()),
              hasGoal ? "2,000,000/s" : "-",
              hasGoal ? "1,000,000/s" : "-"));
    }
  }

  private static String name(RunResult result) {
    var name = result.getParams().getBenchmark().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", "");
    var values = result.getParams().getParam("values");
    return values == null ? name : name + ", n " + values;
  }

  private static void addBytes(List<String> lines, Path folder) throws IOException {
    var results = Files.createTempDirectory(folder, "trace-bytes");
    var one = TraceBytes.of(TOKENS, results);
    lines.add(bytes("trace.jsonl.gz", one.trace()));
    lines.add(bytes("trace.jsonl.gz and block.json.gz", one.trace() + one.block()));
  }

  private static String bytes(String what, double bytes) {
    return String.format(
        Locale.ROOT,
        "| %s on disk, %d tokens an answer | - | %.2f B a token | - | - | 4 | 8 |",
        what,
        TOKENS,
        bytes);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName().toString().replaceFirst("(?=\\.json$)", ending));
  }

  private static List<String> flags(String text) {
    return Pattern.compile("\\s+").splitAsStream(text.strip()).filter(f -> !f.isEmpty()).toList();
  }
}
