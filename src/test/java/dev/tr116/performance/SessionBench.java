package dev.tr116.performance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tr116.metrics.Loss;
import dev.tr116.plan.TransportChoice;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.StoredSession;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Sessions of {@code tr116 run} against two token servers, each in a fresh process with the
 * settings that nobody changed but the number of runs and the transport.
 */
final class SessionBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS_PER_MICRO = 1e3;
  private static final long PATIENCE_S = 1_200;

  /** 100 tokens in each answer, 200 a second, the first after 50 ms. */
  private static final Load ANSWER = new Load(1, 100, 5_000, 50_000, 0, true);

  /** Enough to begin with. */
  private static final Load SHORT_ANSWER = new Load(1, 20, 5_000, 20_000, 0, true);

  private final CPrograms programs;
  private final Path folder;
  private final TransportChoice transport;

  /** Keeps its sessions, and what the processes said, in a new folder below that one. */
  SessionBench(CPrograms programs, Path folder, TransportChoice transport) throws IOException {
    this.programs = programs;
    this.transport = transport;
    this.folder = Files.createTempDirectory(folder, "sessions-");
  }

  /**
   * How much too long the time to the first token of the first measured call of a process is, µs;
   * one figure for each process.
   */
  List<Double> firstCalls(int processes) throws IOException, InterruptedException {
    List<Double> biases = new ArrayList<>();
    for (var number = 1; number <= processes; number++) {
      var run = runs(measure("first-call-" + number, ANSWER, 1, true)).getFirst().run();
      var first = calls(run).min(Comparator.comparingLong(SessionBench::sent)).orElseThrow();
      biases.add(bias(first) / NANOS_PER_MICRO);
    }
    return biases;
  }

  /**
   * The 99th percentile of the start skew in so many runs of short answers, µs.
   *
   * @param pinned whether the framework keeps to one processor
   */
  double startSkewP99(int runs, boolean pinned) throws IOException, InterruptedException {
    var name = pinned ? "starts-on-one-processor" : "starts-on-all-processors";
    return percentile(
        99,
        runs(measure(name, SHORT_ANSWER, runs, pinned)).stream()
            .flatMapToDouble(block -> block.stored().metrics().startSkew().stream())
            .map(ms -> ms * NANOS_PER_MICRO));
  }

  /** What a session of so many runs tells. */
  SessionFigures session(int runs) throws IOException, InterruptedException {
    var session = measure("session", ANSWER, runs, true);
    var blocks = runs(session);
    var losses = blocks.stream().flatMap(SessionBench::loss).toList();
    return new SessionFigures(
        blocks.size(),
        Medians.of(losses.stream().mapToDouble(Loss::orchestration)) * NANOS_PER_MICRO,
        Medians.of(losses.stream().mapToDouble(loss -> 100 * loss.orchestration() / loss.wall())),
        Medians.of(ownTimes(session)),
        bytesOfTraces(session) / (double) tokens(blocks),
        Medians.of(
            blocks.stream()
                .flatMap(block -> calls(block.run()))
                .mapToDouble(call -> bias(call) / NANOS_PER_MICRO)));
  }

  private Path measure(String name, Load answer, int runs, boolean pinned)
      throws IOException, InterruptedException {
    try (var collector = TokenServer.start(programs, answer);
        var insight = TokenServer.start(programs, answer)) {
      var command = command(name, runs, collector, insight);
      var process =
          new ProcessBuilder(pinned ? Machine.on(1, command) : command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".log").toFile())
              .start();
      try {
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
          throw new IOException(name + " did not end; see " + folder.resolve(name + ".log"));
        }
      } finally {
        process.destroyForcibly();
      }
    }
    var session = folder.resolve(name);
    if (!Files.exists(session.resolve("manifest.json"))) {
      throw new IOException(name + " has no session; see " + folder.resolve(name + ".log"));
    }
    return session;
  }

  private List<String> command(String name, int runs, TokenServer collector, TokenServer insight) {
    return Stream.concat(
            Client.shippedJava(),
            Stream.of(
                "-Dallure.results.directory=" + folder.resolve(name + "-allure"),
                "dev.tr116.cli.Main",
                "run",
                "--models=m",
                "--scenarios=chimera-homo",
                "--endpoints=" + collector.endpoint() + "," + insight.endpoint(),
                "--runs=" + runs,
                "--transport=" + transport.word(),
                "--session=" + name,
                "--results=" + folder))
        .toList();
  }

  private static List<KeptBlock> runs(Path session) {
    return StoredSession.read(session).cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .toList();
  }

  private static Stream<CallTrace> calls(DualRun run) {
    return Stream.of(run.agents(), run.solo())
        .flatMap(List::stream)
        .flatMap(agent -> agent.calls().stream());
  }

  private static long sent(CallTrace call) {
    return call.stamps().sent().orElseThrow();
  }

  private static long bias(CallTrace call) {
    return call.stamps().firstContent().orElseThrow()
        - sent(call)
        - call.server().promptEvalNanos().orElseThrow();
  }

  private static Stream<Loss> loss(KeptBlock block) {
    return block.stored().metrics().loss().stream();
  }

  private static long tokens(List<KeptBlock> blocks) {
    return blocks.stream()
        .flatMap(block -> calls(block.run()))
        .mapToLong(call -> call.chunks().size())
        .sum();
  }

  private static long bytesOfTraces(Path session) throws IOException {
    try (var files = Files.walk(session)) {
      return files
          .filter(file -> file.getFileName().toString().equals("trace.jsonl.gz"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static DoubleStream ownTimes(Path session) throws IOException {
    var times = DoubleStream.builder();
    for (var line : Files.readAllLines(session.resolve("own_time.jsonl"), StandardCharsets.UTF_8)) {
      times.add(JSON.readTree(line).path("own_time_ms").asDouble());
    }
    return times.build();
  }

  /** By nearest rank. */
  private static double percentile(int percent, DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
