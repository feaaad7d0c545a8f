package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.EnergyReading;
import dev.tr116.trace.PowerSample;
import dev.tr116.trace.PowerSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PowerMeterTest {
  private static final Duration WHILE = Duration.ofMillis(500);

  @TempDir private Path folder;

  @Test
  void samplesEveryGpuWithANeighbourOnEitherSide() throws Exception {
    var smi =
        FakeNvidiaSmi.printing(
            folder, "0.02", "0, 100.50, 35, 48, 4512, 24564", "1, 20, 0, 30, 1, 24564");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      var from = System.nanoTime();
      Thread.sleep(WHILE);
      var to = System.nanoTime();
      var power = meter.between(from, to);

      assertThat(meter.description()).isEqualTo("2 GPUs by nvidia-smi; no readable RAPL counter");
      assertThat(power.gpus()).extracting(PowerSeries::device).containsExactly("gpu0", "gpu1");
      for (var gpu : power.gpus()) {
        var stamps = gpu.samples().stream().map(PowerSample::at).toList();
        assertThat(stamps).hasSizeGreaterThan(2).isSorted();
        assertThat(stamps.getFirst() - from).isNegative();
        assertThat(stamps.getLast() - to).isNotNegative();
        assertThat(gpu.samples())
            .allSatisfy(
                sample ->
                    assertThat(sample.watts()).isEqualTo(gpu.device().equals("gpu0") ? 100.5 : 20));
      }
      assertThat(power.gpuMissing()).isEmpty();
      assertThat(power.cpuMissing()).contains("no readable RAPL counter");
      assertThat(meter.news()).isEmpty();
    }
  }

  @Test
  void readsTheProcessorsAtTheWindowsEnd() throws Exception {
    var rapl = new RaplFolder(folder).zone("intel-rapl:0", "package-0", 10_000_000);

    try (var meter = PowerMeter.open(Optional.empty(), rapl.path())) {
      var from = System.nanoTime();
      Thread.sleep(WHILE);
      rapl.set("intel-rapl:0", 35_000_000);
      var to = System.nanoTime();
      var power = meter.between(from, to);

      assertThat(meter.description())
          .isEqualTo("1 processor package by RAPL; no nvidia-smi on the PATH");
      assertThat(power.cpu()).hasSizeGreaterThan(2);
      assertThat(power.cpu().getFirst().joules()).isZero();
      assertThat(power.cpu().getLast()).extracting(EnergyReading::joules).isEqualTo(25.0);
      assertThat(power.cpu().getLast().at() - to).isNotNegative();
      assertThat(power.gpus()).isEmpty();
      assertThat(power.gpuMissing()).contains("no nvidia-smi on the PATH");
    }
  }

  @Test
  void isClearlyAbsentWhereNothingTells() {
    try (var meter = PowerMeter.open(Optional.empty(), nowhere())) {
      meter.logTo(folder.resolve("power_log.csv"));
      var power = meter.between(0, System.nanoTime());

      assertThat(meter.description())
          .isEqualTo("not measured, no nvidia-smi on the PATH and no readable RAPL counter");
      assertThat(power.gpus()).isEmpty();
      assertThat(power.cpu()).isEmpty();
      assertThat(meter.news()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhatAProgramSaidThatFails() throws Exception {
    var smi = FakeNvidiaSmi.running(folder, "echo 'no driver is running'; exit 9");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      assertThat(meter.description())
          .isEqualTo(
              "not measured, nvidia-smi ended with exit code 9 (no driver is running)"
                  + " and no readable RAPL counter");
    }
  }

  @Test
  void takesAPowerThatIsNotToldForNone() throws Exception {
    var smi = FakeNvidiaSmi.printing(folder, "0.02", "0, [N/A], 35, 48, 4512, 24564");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      assertThat(meter.description())
          .startsWith("not measured, nvidia-smi tells no power and no readable");
      assertThat(meter.between(System.nanoTime(), System.nanoTime()).gpus()).isEmpty();
    }
  }

  @Test
  void tellsOnceThatAProgramEndedAndKeepsWhatItSaid() throws Exception {
    var smi =
        FakeNvidiaSmi.running(
            folder, "echo '0, 100, 1, 1, 1, 1'; sleep 1; echo 'GPU is lost'; exit 15");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      var from = System.nanoTime();
      assertThat(meter.description()).startsWith("1 GPU by nvidia-smi;");
      assertThat(meter.news()).isEmpty();
      Thread.sleep(Duration.ofSeconds(2));
      var power = meter.between(from, System.nanoTime());

      assertThat(power.gpuMissing()).contains("nvidia-smi ended with exit code 15 (GPU is lost)");
      assertThat(power.gpus()).as("it is still known that there is a GPU").hasSize(1);
      assertThat(meter.news()).containsExactly(power.gpuMissing().orElseThrow());
      assertThat(meter.news()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForAProgramThatPrintsNothing() throws Exception {
    var smi = FakeNvidiaSmi.running(folder, "exec sleep 60");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      assertThat(meter.description())
          .startsWith("not measured, nvidia-smi printed nothing for 5 s and");
    }
  }

  @Test
  void cannotStartWhatIsNoProgram() throws Exception {
    var smi = Files.writeString(folder.resolve("nvidia-smi"), "no program");

    try (var meter = PowerMeter.open(Optional.of(smi), nowhere())) {
      assertThat(meter.description()).startsWith("not measured, nvidia-smi cannot be started: ");
    }
  }

  @Test
  void keepsALogOfBoth() throws Exception {
    var rapl = new RaplFolder(folder).zone("intel-rapl:0", "package-0", 0);
    var smi = FakeNvidiaSmi.printing(folder, "0.1", "0, 100.5, [N/A], 48, 4512, 24564");
    var log = folder.resolve("night").resolve("power_log.csv");

    try (var meter = PowerMeter.open(Optional.of(smi), rapl.path())) {
      meter.logTo(log);
      while (Files.notExists(log) || !Files.readString(log).contains(",cpu,")) {
        Thread.sleep(10);
      }
    }

    var lines = Files.readAllLines(log);
    assertThat(lines.getFirst())
        .isEqualTo(
            "timestamp,monotonic_ns,source,power_w,utilization_percent,temperature_c,"
                + "memory_used_mib,memory_total_mib,energy_j");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(
            line ->
                line.matches(
                    "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z,-?\\d+,"
                        + "(gpu0,100\\.500,,48\\.000,4512\\.000,24564\\.000,|cpu,0\\.000,,,,,0\\.000)"))
        .anyMatch(line -> line.contains(",gpu0,"));
  }

  @Test
  void endsTheProgramItStarted() throws Exception {
    var pid = folder.resolve("pid");
    var smi =
        FakeNvidiaSmi.running(
            folder, "echo $$ > '" + pid + "'; echo '0, 100, 1, 1, 1, 1'; exec sleep 60");

    PowerMeter.open(Optional.of(smi), nowhere()).close();

    var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    assertThat(process.filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aProgramEndsByItselfWhenNobodyReadsItAnyMore() throws Exception {
    var smi = FakeNvidiaSmi.printing(folder, "0.05", "0, 100, 1, 1, 1, 1");
    var process = new ProcessBuilder(smi.toString(), "--query-gpu=power.draw").start();

    process.getInputStream().close();

    assertThat(process.waitFor(Duration.ofSeconds(30))).isTrue();
  }

  private Path nowhere() {
    return folder.resolve("no-powercap");
  }
}
