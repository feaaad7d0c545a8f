package dev.tr116.telemetry;

import dev.tr116.trace.EnergyReading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The {@code power_log.csv}: a row per GPU and second and one for the processors, written as they
 * come. There is no file before {@link #to} and before the first row; one that is there already is
 * added to.
 */
final class PowerLog implements AutoCloseable {
  private static final String HEAD =
      "timestamp,monotonic_ns,source,power_w,utilization_percent,temperature_c,memory_used_mib,"
          + "memory_total_mib,energy_j\r\n";
  private static final double NANOS_PER_SECOND = 1e9;

  private Optional<Path> file = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private @Nullable BufferedWriter writer;

  /** Where to write from now on. */
  synchronized void to(Path csv) {
    file = Optional.of(csv);
  }

  /** Why nothing is written any more; empty while all goes well. */
  synchronized Optional<String> trouble() {
    return trouble;
  }

  /** A row of a GPU. */
  void gpu(long at, GpuSample gpu) {
    row(
        at,
        "gpu" + gpu.index(),
        field(gpu.watts()),
        field(gpu.utilization()),
        field(gpu.temperature()),
        field(gpu.memoryUsed()),
        field(gpu.memoryTotal()),
        "");
  }

  /** A row of the processors: the mean power between two readings, at the later one. */
  void cpu(EnergyReading before, EnergyReading now) {
    var seconds = (now.at() - before.at()) / NANOS_PER_SECOND;
    row(
        now.at(),
        "cpu",
        number((now.joules() - before.joules()) / seconds),
        "",
        "",
        "",
        "",
        number(now.joules()));
  }

  private synchronized void row(long at, String... fields) {
    if (file.isEmpty() || trouble.isPresent()) {
      return;
    }
    try {
      if (writer == null) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        var channel = LineFile.open(file.get());
        writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        if (channel.position() == 0) {
          writer.write(HEAD);
        }
      }
      writer.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + "," + at + ",");
      writer.write(String.join(",", fields) + "\r\n");
      writer.flush();
    } catch (IOException full) {
      trouble = Optional.of(file.get() + " cannot be written any more: " + full.getMessage());
    }
  }

  private static String field(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  public synchronized void close() {
    file = Optional.empty();
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot close power_log.csv", failed);
    }
  }
}
