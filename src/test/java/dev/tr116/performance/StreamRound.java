package dev.tr116.performance;

import com.sun.management.OperatingSystemMXBean;
import dev.tr116.plan.TransportChoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Reads streams with a client in Java, each on a virtual thread of its own, and prints its figures
 * as one line of JSON.
 */
final class StreamRound {
  /** Of the rounds that are not measured. */
  static final int WARM_TOKENS = 10;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KIB_PER_MIB = 1024;

  private final StreamReader reader;
  private final int streams;
  private final Duration gap;
  private final OperatingSystemMXBean system;

  private StreamRound(
      StreamReader reader, int streams, Duration gap, OperatingSystemMXBean system) {
    this.reader = reader;
    this.streams = streams;
    this.gap = gap;
    this.system = system;
  }

  /**
   * Runs the rounds.
   *
   * @param arguments the client (product, product-jdk, bare, selector, lines, input-stream), the
   *     server's URL, how many streams, tokens in each, µs from the start of one to that of the
   *     next, rounds before that are not measured
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var endpoint = URI.create(arguments[1]);
    var streams = Integer.parseInt(arguments[2]);
    var tokens = Integer.parseInt(arguments[3]);
    var gap = Duration.ofNanos(1000 * Long.parseLong(arguments[4]));
    try (var reader =
        switch (arguments[0]) {
          case "product" -> StreamReader.ofProduct(endpoint, TransportChoice.STANDARD);
          case "product-jdk" -> StreamReader.ofProduct(endpoint, TransportChoice.JDK);
          case "bare" -> BareReader.of(endpoint);
          case "selector" -> SelectorReader.of(endpoint);
          case "lines" -> HandMade.ofLines(endpoint);
          case "input-stream" -> HandMade.ofInputStream(endpoint);
          default -> throw new IllegalArgumentException("no such client: " + arguments[0]);
        }) {
      // Loading it takes milliseconds, and what it makes the JIT do takes longer.
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      var round = new StreamRound(reader, streams, gap, system);
      for (var warm = 0; warm < Integer.parseInt(arguments[5]); warm++) {
        round.play(Math.min(tokens, WARM_TOKENS));
      }
      System.gc();
      System.out.println(round.measured(tokens).json());
    }
  }

  private StreamFigures measured(int tokens)
      throws IOException, InterruptedException, ExecutionException {
    var cpu = system.getProcessCpuTime();
    var from = System.nanoTime();
    var played = play(tokens);
    var wall = System.nanoTime() - from;
    cpu = system.getProcessCpuTime() - cpu;
    return StreamFigures.of(
        streams,
        tokens,
        played.stream().map(Supplier::get).toList(),
        wall / NANOS_PER_SECOND,
        cpu / NANOS_PER_SECOND,
        mostMemory());
  }

  private List<Supplier<PlayedStream>> play(int tokens)
      throws InterruptedException, ExecutionException {
    List<Future<Supplier<PlayedStream>>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var next = System.nanoTime();
      for (var i = 0; i < streams; i++) {
        for (var left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        all.add(threads.submit(() -> reader.read(tokens)));
        next += gap.toNanos();
      }
    }
    List<Supplier<PlayedStream>> played = new ArrayList<>();
    for (var each : all) {
      played.add(each.get());
    }
    return played;
  }

  /** Of Linux, MiB. */
  private static double mostMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
        .findFirst()
        .orElseThrow();
  }
}
