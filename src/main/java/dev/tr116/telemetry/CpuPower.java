package dev.tr116.telemetry;

import dev.tr116.trace.EnergyReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The energy of all processor packages, by their counters. They are read ten times a second, so
 * that a window's edges are never more than that from a reading; the log has one row a second.
 */
final class CpuPower implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration LOGGED = Duration.ofSeconds(1);

  private final PowerLog log;
  private final List<RaplZone> zones;
  private final List<EnergyReading> readings = new ArrayList<>();
  private final Thread reader =
      Thread.ofPlatform().daemon().name("tr116-rapl").unstarted(this::run);
  private Optional<String> missing;

  private CpuPower(PowerLog log, List<RaplZone> zones, Optional<String> missing) {
    this.log = log;
    this.zones = zones;
    this.missing = missing;
  }

  /**
   * Starts to read.
   *
   * @param powercap Linux's folder of that name; it need not exist
   */
  static CpuPower open(Path powercap, PowerLog log) {
    try {
      var zones = RaplZone.in(powercap);
      var power =
          new CpuPower(
              log,
              zones,
              zones.isEmpty() ? Optional.of("no readable RAPL counter") : Optional.empty());
      if (!zones.isEmpty()) {
        power.readNow();
        power.reader.start();
      }
      return power;
    } catch (AccessDeniedException forbidden) {
      return new CpuPower(
          log,
          List.of(),
          Optional.of(
              "no readable RAPL counter (" + forbidden.getFile() + " is closed to this user)"));
    } catch (IOException unusable) {
      return new CpuPower(
          log, List.of(), Optional.of("no readable RAPL counter (" + unusable.getMessage() + ")"));
    }
  }

  /** Why nothing more will be known; empty while it goes on. */
  synchronized Optional<String> missing() {
    return missing;
  }

  /** How many packages are read. */
  int packages() {
    return zones.size();
  }

  /** The readings in that time with a neighbour on either side. */
  synchronized List<EnergyReading> between(long from, long to) {
    readNow();
    return Slice.between(readings, EnergyReading::at, from, to);
  }

  private synchronized void readNow() {
    if (missing.isPresent()) {
      return;
    }
    try {
      // The time first: a reading at a window's end must not hold less than was used by then.
      var now = System.nanoTime();
      readings.add(new EnergyReading(now, zones.stream().mapToDouble(RaplZone::joules).sum()));
    } catch (UncheckedIOException unreadable) {
      missing = Optional.of("the RAPL counter cannot be read any more: " + unreadable.getCause());
    }
  }

  private void run() {
    var logged = last();
    try {
      while (missing().isEmpty()) {
        Thread.sleep(PERIOD);
        readNow();
        var now = last();
        if (now.at() - logged.at() >= LOGGED.toNanos()) {
          log.cpu(logged, now);
          logged = now;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized EnergyReading last() {
    return readings.getLast();
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      reader.join(LOGGED.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
