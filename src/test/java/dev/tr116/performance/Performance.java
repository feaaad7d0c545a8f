package dev.tr116.performance;

import dev.tr116.performance.CostPlot.Series;
import dev.tr116.performance.Pairing.Turn;
import dev.tr116.plan.TransportChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the framework costs and how far it is off, held against a client in C that does nothing but
 * read, and against clients that somebody would write by hand. Writes {@code performance.md} and
 * the pictures of the curves.
 */
final class Performance {
  private static final int REPEATS = 3;
  private static final int CORES = 2;
  private static final double MICROS_PER_MS = 1e3;
  private static final int SESSION_RUNS = 40;
  private static final int STARTS = 150;
  private static final int PROCESSES = 5;

  private final CPrograms programs;
  private final Path folder;
  private final StringBuilder text = new StringBuilder();

  private Performance(CPrograms programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  /**
   * Measures everything; some 20 minutes.
   *
   * @param arguments the folder for the results
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    var programs =
        CPrograms.build()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no C compiler: install one (cc, gcc or clang) for the token server"));
    if (!Machine.pins()) {
      System.out.println(
          "server and client share processors here (no taskset, or one processor): the figures say little");
    }
    new Performance(programs, folder).measure();
  }

  private void measure() throws IOException, InterruptedException {
    var clients = Stream.of(Client.values()).filter(c -> c != Client.FLOOR && c.isHere()).toList();
    var many = Pairing.of(programs, Load.of(512), REPEATS, clients);
    var closest = List.of(Client.PRODUCT, Client.PRODUCT_JDK, Client.SELECTOR, Client.BARE);
    var some = Pairing.of(programs, Load.of(64), REPEATS, closest);
    var byDefault = goals(Client.PRODUCT, TransportChoice.STANDARD, many, some);
    var onJdk = goals(Client.PRODUCT_JDK, TransportChoice.JDK, many, some);
    text.append(
        """
        | figure | goal | must not exceed | by default | | `tr116.transport=jdk` | |
        |---|---|---|---|---|---|---|
        """);
    for (var i = 0; i < byDefault.size(); i++) {
      text.append(byDefault.get(i).row(onJdk.get(i))).append('\n');
    }
    comparison(512, many, clients);
    comparison(64, some, closest);
    curves();
    var page = Files.writeString(folder.resolve("performance.md"), text);
    System.out.println(text);
    System.out.println("written: " + page);
  }

  private List<Goal> goals(Client product, TransportChoice transport, Pairing many, Pairing some)
      throws IOException, InterruptedException {
    return Stream.of(
            streamGoals(product, many, some), sessionGoals(transport), manyStreams(product))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Goal> streamGoals(Client product, Pairing many, Pairing some) {
    return List.of(
        cpu("512", product, many, 1.6, 2),
        cpu("64", product, some, 1.8, 2.3),
        Goal.atMost(
            "error of a token's stamp beyond the floor's, 512 streams, p50",
            "µs",
            15,
            30,
            beyondFloor(product, many, StreamFigures::errorP50)),
        Goal.atMost(
            "the same, p99", "µs", 100, 500, beyondFloor(product, many, StreamFigures::errorP99)),
        Goal.atMost(
            "TTFT bias, 512 streams, p50",
            "ms",
            0.15,
            0.3,
            median(product, many, StreamFigures::biasP50) / MICROS_PER_MS),
        Goal.atMost(
            "the same, p99",
            "ms",
            0.5,
            1,
            median(product, many, StreamFigures::biasP99) / MICROS_PER_MS),
        Goal.atMost(
            "resident memory at 512 streams",
            "MiB",
            200,
            300,
            median(product, many, StreamFigures::rssMb)));
  }

  private static Goal cpu(
      String streams, Client product, Pairing pairing, double goal, double most) {
    return Goal.atMost(
        "CPU per token, " + streams + " streams x 50 tokens/s",
        "x floor",
        goal,
        most,
        pairing.median(product, Turn::cpuRatio));
  }

  private static double beyondFloor(
      Client product, Pairing pairing, ToDoubleFunction<StreamFigures> figure) {
    return pairing.median(
        product, turn -> figure.applyAsDouble(turn.figures()) - turn.floor(figure));
  }

  private static double median(
      Client product, Pairing pairing, ToDoubleFunction<StreamFigures> figure) {
    return pairing.median(product, turn -> figure.applyAsDouble(turn.figures()));
  }

  private List<Goal> sessionGoals(TransportChoice transport)
      throws IOException, InterruptedException {
    var bench = new SessionBench(programs, folder, transport);
    var first = bench.firstCalls(PROCESSES);
    System.out.println("TTFT bias of the first measured call of each process, us: " + first);
    var pinned = startSkew(bench, "start skew of two agents, p99 of " + STARTS + " runs", true);
    var free = startSkew(bench, "the same with all processors", false);
    var session = bench.session(SESSION_RUNS);
    System.out.println(transport + ": " + session);
    return List.of(
        Goal.atMost(
            "TTFT bias of the first measured call of a process, median of " + PROCESSES,
            "ms",
            0.5,
            1,
            Medians.of(first.stream().mapToDouble(bias -> bias)) / MICROS_PER_MS),
        pinned,
        free,
        Goal.atMost(
            "orchestration of a dual run, median",
            "% of W",
            0.05,
            0.2,
            session.orchestrationPercent()),
        Goal.atMost("own time of a run, median", "ms", 50, 100, session.ownTime()),
        Goal.atMost("trace on disk", "bytes a token", 4, 8, session.bytesPerToken()));
  }

  private static Goal startSkew(SessionBench bench, String figure, boolean pinned)
      throws IOException, InterruptedException {
    return Goal.atMost(figure, "ms", 0.2, 1, bench.startSkewP99(STARTS, pinned) / MICROS_PER_MS);
  }

  private List<Goal> manyStreams(Client product) throws IOException, InterruptedException {
    var thousand = read(product, Load.of(1_000));
    var open = new Load(10_000, 50, 200_000, 50_000, 200, false);
    var lost =
        Runtime.getRuntime().availableProcessors() >= CORES
            ? OptionalDouble.of((double) read(product, open).lost())
            : OptionalDouble.empty();
    return List.of(
        Goal.atMost("lost of 1 000 streams on one core", "tokens", 0, 0, (double) thousand.lost()),
        Goal.atMost(
            "error of a stamp at 1 000 streams on one core, p99",
            "ms",
            1,
            5,
            thousand.errorP99() / MICROS_PER_MS),
        new Goal("lost of 10 000 streams x 5 tokens/s on two cores", "tokens", 0, 0, false, lost));
  }

  private void comparison(int streams, Pairing pairing, List<Client> clients) {
    text.append(
        """

        %d streams x 50 tokens/s, one core for the client, medians of %d turns between two floors (%d of %d turns undisturbed):

        | client | CPU per token, µs | x floor | stamp error p50, µs | p99 | TTFT bias p50, µs | p99 | memory, MiB | lost |
        |---|---|---|---|---|---|---|---|---|
        """
            .formatted(streams, REPEATS, pairing.calmTurns(), pairing.allTurns()));
    row(Client.FLOOR.title(), 1, figure -> pairing.floor(Client.PRODUCT, figure));
    for (var client : clients) {
      row(
          client.title(),
          pairing.median(client, Turn::cpuRatio),
          figure -> pairing.median(client, turn -> figure.applyAsDouble(turn.figures())));
    }
  }

  private void row(
      String title, double ratio, ToDoubleFunction<ToDoubleFunction<StreamFigures>> median) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.2f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
            title,
            median.applyAsDouble(StreamFigures::cpuPerToken),
            ratio,
            median.applyAsDouble(StreamFigures::errorP50),
            median.applyAsDouble(StreamFigures::errorP99),
            median.applyAsDouble(StreamFigures::biasP50),
            median.applyAsDouble(StreamFigures::biasP99),
            median.applyAsDouble(StreamFigures::rssMb),
            median.applyAsDouble(figures -> (double) figures.lost())));
  }

  /** Streams from 1 to 10 000 at 5 tokens a second, tokens from 10 to 10 000 in 8 streams. */
  private void curves() throws IOException, InterruptedException {
    curve(
        "streams",
        "CPU time over the number of streams, 25 tokens each, 5 a second",
        new int[] {1, 10, 100, 1_000, 10_000},
        streams -> new Load(streams, 25, 200_000, 50_000, 200, false));
    curve(
        "tokens",
        "CPU time over the tokens of a stream, 8 streams, 1 000 tokens a second",
        new int[] {10, 100, 1_000, 10_000},
        tokens -> new Load(8, tokens, 1_000, 50_000, 200, false));
  }

  private void curve(String size, String title, int[] sizes, Loads loads)
      throws IOException, InterruptedException {
    var x = new double[sizes.length];
    var cpu = new double[sizes.length];
    var memory = new double[sizes.length];
    text.append(
        "\n| %s | CPU, s | memory, MiB | stamp error p50, µs | p99 | lost |%n|---|---|---|---|---|---|%n"
            .formatted(size));
    for (var i = 0; i < sizes.length; i++) {
      var figures = read(Client.PRODUCT, loads.of(sizes[i]));
      x[i] = sizes[i];
      cpu[i] = figures.cpuS();
      memory[i] = figures.rssMb();
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %.3f | %.0f | %.0f | %.0f | %d |%n",
              sizes[i],
              figures.cpuS(),
              figures.rssMb(),
              figures.errorP50(),
              figures.errorP99(),
              figures.lost()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nCPU grows with the power %.2f of the %s over all, and %.2f between the last two; memory with %.2f.%n",
            Growth.exponent(x, cpu),
            size,
            Growth.atTheEnd(x, cpu),
            Growth.exponent(x, memory)));
    Files.writeString(
        folder.resolve(size + ".svg"),
        CostPlot.svg(title, size, "CPU, s", List.of(Series.of("CPU", x, cpu, 1))));
  }

  private StreamFigures read(Client product, Load load) throws IOException, InterruptedException {
    try (var server = TokenServer.start(programs, load)) {
      var figures = product.read(programs, server, load);
      System.out.println(product + ", " + load + ": " + figures);
      return figures;
    }
  }

  /** The load of a size. */
  private interface Loads {
    Load of(int size);
  }
}
