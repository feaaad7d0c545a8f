package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuSampleTest {
  @Test
  void readsALine() {
    var gpu = GpuSample.parse("1, 54.12, 35, 48, 4512, 24564").orElseThrow();

    assertThat(gpu.index()).isEqualTo(1);
    assertThat(gpu.watts()).hasValue(54.12);
    assertThat(gpu.utilization()).hasValue(35);
    assertThat(gpu.temperature()).hasValue(48);
    assertThat(gpu.memoryUsed()).hasValue(4512);
    assertThat(gpu.memoryTotal()).hasValue(24564);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[N/A]", "[Not Supported]", "", "-3", "NaN", "1e3", "[Unknown Error]"})
  void leavesOutWhatIsNoValue(String power) {
    var gpu = GpuSample.parse("0, " + power + ", 35, 48, [N/A], 24564").orElseThrow();

    assertThat(gpu.watts()).isEmpty();
    assertThat(gpu.utilization()).hasValue(35);
    assertThat(gpu.memoryUsed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "No devices were found",
        "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.",
        "index, power.draw [W], utilization.gpu, temperature.gpu, memory.used, memory.total",
        "0, 54.12, 35, 48, 4512"
      })
  void takesNothingElseForALine(String line) {
    assertThat(GpuSample.parse(line)).isEmpty();
  }
}
