package dev.tr116.telemetry;

import dev.tr116.trace.PowerSample;
import dev.tr116.trace.PowerSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The power of every GPU, as {@code nvidia-smi} tells it. Once that ends or stalls, it is over. */
final class GpuPower implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Without a line for so long nothing more is expected. */
  private static final Duration STALL = Duration.ofSeconds(10);

  private static final Duration SETTLE = Duration.ofMillis(200);
  private static final int LONGEST_WORDS = 200;

  private final PowerLog log;
  private final Map<Integer, List<PowerSample>> samples = new TreeMap<>();
  private final Optional<NvidiaSmi> program;
  private final Thread reader =
      Thread.ofPlatform().daemon().name("tr116-nvidia-smi").unstarted(this::read);
  private Optional<String> missing = Optional.empty();
  private String lastWords = "";
  private long lastLine = System.nanoTime();
  private boolean told;
  private boolean closed;
  private Duration waited = Duration.ZERO;

  private GpuPower(PowerLog log, Optional<NvidiaSmi> program, Optional<String> missing) {
    this.log = log;
    this.program = program;
    this.missing = missing;
  }

  /**
   * Starts to read, and waits until it is clear whether there is something to read.
   *
   * @param path of {@code nvidia-smi}; empty where there is none
   */
  static GpuPower open(Optional<Path> path, PowerLog log, Duration patience) {
    if (path.isEmpty()) {
      return new GpuPower(log, Optional.empty(), Optional.of("no nvidia-smi on the PATH"));
    }
    try {
      var smi = NvidiaSmi.start(path.get(), PERIOD);
      var power = new GpuPower(log, Optional.of(smi), Optional.empty());
      power.begin(patience);
      return power;
    } catch (IOException unusable) {
      var reason = "nvidia-smi cannot be started: " + unusable.getMessage();
      return new GpuPower(log, Optional.empty(), Optional.of(reason));
    }
  }

  private void begin(Duration patience) {
    reader.start();
    await(() -> told, patience);
    synchronized (this) {
      if (!told && missing.isEmpty()) {
        missing = Optional.of("nvidia-smi printed nothing for " + patience.toSeconds() + " s");
      }
    }
    // The lines of further GPUs, or the end after a message, follow at once.
    await(() -> false, SETTLE);
  }

  /** Why nothing more will be known; empty while it goes on. */
  synchronized Optional<String> missing() {
    if (missing.isEmpty() && !closed && System.nanoTime() - lastLine > STALL.toNanos()) {
      missing = Optional.of("nvidia-smi printed nothing for " + STALL.toSeconds() + " s");
    }
    return missing.isEmpty() && told && samples.isEmpty()
        ? Optional.of("nvidia-smi tells no power" + words())
        : missing;
  }

  /** How many GPUs told their power. */
  synchronized int devices() {
    return samples.size();
  }

  /** Every GPU's samples in that time with a neighbour on either side, waiting for the last one. */
  List<PowerSeries> between(long from, long to) {
    await(
        () -> samples.values().stream().allMatch(of -> of.getLast().at() - to >= 0),
        PERIOD.multipliedBy(3));
    synchronized (this) {
      return samples.entrySet().stream()
          .map(
              gpu ->
                  new PowerSeries(
                      "gpu" + gpu.getKey(),
                      Slice.between(gpu.getValue(), PowerSample::at, from, to)))
          .toList();
    }
  }

  /** How long it was waited for samples so far. */
  synchronized Duration waited() {
    return waited;
  }

  private synchronized void await(BooleanSupplier condition, Duration patience) {
    var began = System.nanoTime();
    var until = began + patience.toNanos();
    try {
      while (missing.isEmpty() && !condition.getAsBoolean()) {
        var left = Duration.ofNanos(until - System.nanoTime());
        if (!left.isPositive()) {
          return;
        }
        wait(Math.max(1, left.toMillis()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      waited = waited.plusNanos(System.nanoTime() - began);
    }
  }

  private void read() {
    var smi = program.orElseThrow();
    try {
      for (var line = smi.nextLine(); line.isPresent(); line = smi.nextLine()) {
        keep(line.get(), System.nanoTime());
      }
      end("nvidia-smi ended with " + smi.ending());
    } catch (IOException broken) {
      end("nvidia-smi cannot be read: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void keep(String line, long at) {
    if (missing.isPresent()) {
      return;
    }
    var parsed = GpuSample.parse(line);
    lastLine = at;
    told = true;
    if (parsed.isEmpty()) {
      lastWords = line.strip();
    }
    parsed.ifPresent(
        gpu -> {
          gpu.watts()
              .ifPresent(
                  watts ->
                      samples
                          .computeIfAbsent(gpu.index(), index -> new ArrayList<>())
                          .add(new PowerSample(at, watts)));
          log.gpu(at, gpu);
        });
    notifyAll();
  }

  private synchronized void end(String how) {
    if (!closed && missing.isEmpty()) {
      missing = Optional.of(how + words());
    }
    notifyAll();
  }

  private String words() {
    var most = lastWords.substring(0, Math.min(LONGEST_WORDS, lastWords.length()));
    return most.isEmpty() ? "" : " (" + most + ")";
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    program.ifPresent(NvidiaSmi::close);
    try {
      reader.join(PERIOD.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
