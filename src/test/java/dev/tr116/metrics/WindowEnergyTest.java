package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.trace.EnergyReading;
import dev.tr116.trace.PowerSample;
import dev.tr116.trace.PowerSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows in seconds from the barrier, which lies before 0 on the monotonic clock. */
class WindowEnergyTest {
  @Test
  void aConstantPowerIsItsProductWithTheTime() {
    var energy = WindowEnergy.ofPower(everySecond(-1, 12, 100), window(0, 10));

    assertThat(energy.value().getAsDouble()).isCloseTo(1000, within(1e-9));
    assertThat(energy.missing()).isEmpty();
  }

  @Test
  void edgesLieOnTheLineBetweenTheirNeighbours() {
    var ramp =
        new PowerSeries(
            "gpu0", IntStream.rangeClosed(0, 10).mapToObj(i -> sample(i, 10.0 * i)).toList());

    var energy = WindowEnergy.ofPower(ramp, window(2.5, 7.25));

    assertThat(energy.value().getAsDouble()).isCloseTo(5 * (7.25 * 7.25 - 2.5 * 2.5), within(1e-6));
  }

  @Test
  void samplesOutsideTheNeighboursChangeNothing() {
    var series = series(-5, 9000, -1, 100, 0.5, 100, 1.5, 100, 2.5, 100, 3.5, 100, 9, 9000);

    assertThat(WindowEnergy.ofPower(series, window(0, 3)).value().getAsDouble())
        .isCloseTo(300, within(1e-9));
  }

  @Test
  void aShortWindowHasNoFigure() {
    var energy = WindowEnergy.ofPower(everySecond(-1, 3, 100), window(0.4, 2.6));

    assertThat(energy.value()).isEmpty();
    assertThat(energy.missing())
        .contains("gpu0: the window of 2.2 s holds 2 samples, 3 are needed");
    assertThat(WindowEnergy.ofPower(everySecond(-1, 3, 100), window(0.4, 0.7)).missing())
        .contains("gpu0: the window of 0.3 s holds 0 samples, 3 are needed");
    assertThat(WindowEnergy.ofPower(series(), window(0, 9)).missing())
        .contains("gpu0: the window of 9.0 s holds 0 samples, 3 are needed");
  }

  @Test
  void aSilenceIsNotFilled() {
    var silent = series(-1, 100, 1, 100, 2, 100, 5.5, 100, 6.5, 100);

    assertThat(WindowEnergy.ofPower(silent, window(0, 6)).missing())
        .contains("gpu0: no sample for 3.5 s at or in the window");
  }

  @Test
  void anOpenEndIsNotFilled() {
    assertThat(WindowEnergy.ofPower(everySecond(0, 5, 100), window(0, 6)).missing())
        .contains("gpu0: no sample on one side of the window");
    assertThat(WindowEnergy.ofPower(everySecond(1, 9, 100), window(0, 6)).missing())
        .contains("gpu0: no sample on one side of the window");
  }

  @Test
  void aCounterIsADifference() {
    var readings =
        Arrays.asList(
            reading(-1, 40), reading(0.5, 70), reading(1, 90), reading(2, 130), reading(3, 150));

    var energy = WindowEnergy.ofCounter(readings, window(0, 2.5));

    assertThat(energy.value().getAsDouble()).isCloseTo(140 - 60, within(1e-9));
  }

  @Test
  void aSumIsMissingWithItsFirstPart() {
    var sum = Joules.sum(List.of(Joules.of(3), Joules.missing("no"), Joules.missing("neither")));

    assertThat(sum).isEqualTo(Joules.missing("no"));
    assertThat(Joules.sum(List.of(Joules.of(3), Joules.of(4)))).isEqualTo(Joules.of(7));
  }

  private static PowerSeries everySecond(int from, int to, double watts) {
    return new PowerSeries(
        "gpu0", IntStream.rangeClosed(from, to).mapToObj(i -> sample(i, watts)).toList());
  }

  private static PowerSeries series(double... timesAndWatts) {
    return new PowerSeries(
        "gpu0",
        IntStream.range(0, timesAndWatts.length / 2)
            .mapToObj(i -> sample(timesAndWatts[2 * i], timesAndWatts[2 * i + 1]))
            .toList());
  }

  private static PowerSample sample(double second, double watts) {
    return new PowerSample(Traces.at(1000 * second), watts);
  }

  private static EnergyReading reading(double second, double joules) {
    return new EnergyReading(Traces.at(1000 * second), joules);
  }

  private static ActiveWindow window(double from, double to) {
    return new ActiveWindow(Traces.at(1000 * from), Traces.at(1000 * to));
  }
}
