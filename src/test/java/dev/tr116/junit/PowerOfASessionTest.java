package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.telemetry.FakeNvidiaSmi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions on scripted servers, with and without an {@code nvidia-smi} on the PATH. */
@Timeout(120)
class PowerOfASessionTest {
  private static final String RUN =
      "multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/run_2/metrics.json";

  @TempDir private Path folder;

  @Test
  void aSessionTellsTheEnergyOfItsRuns() throws Exception {
    // A line every 10 ms, since the runs take a third of a second and need three samples each.
    FakeNvidiaSmi.printing(folder, "0.01", "0, 250, 90, 60, 4512, 24564", "1, 50, 0, 30, 1, 24564");

    var console = session("tr116.power=auto", folder + File.pathSeparator + "/usr/bin:/bin");

    assertThat(console).contains("[tr116] power: 2 GPUs by nvidia-smi");
    var run = read(RUN);
    var energy = run.path("energy");
    assertThat(run.path("energy_missing").isNull())
        .as(run.path("energy_missing").toString())
        .isTrue();
    assertThat(energy.path("source").textValue()).isEqualTo("gpu");
    assertThat(energy.path("mean_watts_concurrent").doubleValue()).isCloseTo(300, within(1e-6));
    assertThat(energy.at("/alone/0/mean_watts_alone").doubleValue()).isCloseTo(300, within(1e-6));
    assertThat(energy.path("joules_concurrent").doubleValue())
        .isCloseTo(0.3 * run.at("/summary/concurrent_wall_time_ms").doubleValue(), within(1e-6));
    assertThat(energy.path("tokens_concurrent").intValue()).isEqualTo(100);
    assertThat(energy.path("tokens_per_joule").doubleValue())
        .isCloseTo(100 / energy.path("joules_concurrent").doubleValue(), within(1e-9));
    assertThat(run.at("/environment/gpu/0").textValue()).isEqualTo("A GPU, 1.2, 24564 MiB");
    assertThat(run.at("/agents/0/server_memory/before/models").isArray()).isTrue();
    assertThat(Files.readAllLines(night().resolve("power_log.csv")))
        .hasSizeGreaterThan(10)
        .anyMatch(line -> line.contains(",gpu0,250.000,90.000,60.000,4512.000,24564.000,"));
    assertThat(Files.readString(night().resolve("summary.md"))).contains("Energy of the GPUs");
    assertThat(read("session.json").at("/environment/power").textValue())
        .startsWith("2 GPUs by nvidia-smi");
  }

  @Test
  void aSessionThatMeasuresNoPowerSaysSoOnceAndInEveryRecord() throws Exception {
    var console = session("tr116.power=off", "/usr/bin:/bin");

    assertThat(console).containsOnlyOnce("[tr116] power: not measured, tr116.power=off");
    assertThat(read(RUN).path("energy").isNull()).isTrue();
    assertThat(read(RUN).path("energy_missing").textValue()).isEqualTo("tr116.power=off");
    assertThat(read("session.json").at("/environment/power").textValue())
        .isEqualTo("not measured, tr116.power=off");
    assertThat(night().resolve("power_log.csv")).doesNotExist();
    assertThat(Files.readString(night().resolve("summary.md"))).doesNotContain("nergy");
  }

  private String session(String property, String path) throws IOException, InterruptedException {
    var output = folder.resolve("console.txt");
    var builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-preview",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dtr116.results=" + folder,
                    "-D" + property,
                    "-Dallure.results.directory=" + folder.resolve("allure"),
                    "-cp",
                    classPath(),
                    PowerOfASession.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", path);
    var process = builder.start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    var console = Files.readString(output);
    assertThat(process.exitValue()).as(console).isZero();
    return console;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path night() {
    return folder.resolve("night");
  }

  private JsonNode read(String file) throws IOException {
    return new JsonMapper().readTree(night().resolve(file).toFile());
  }
}
