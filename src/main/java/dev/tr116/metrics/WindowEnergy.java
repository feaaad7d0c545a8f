package dev.tr116.metrics;

import dev.tr116.trace.EnergyReading;
import dev.tr116.trace.PowerSample;
import dev.tr116.trace.PowerSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The energy of a window from what was sampled in and around it: power by the trapezoidal rule, a
 * counter by its difference, both interpolated linearly at the window's edges.
 */
final class WindowEnergy {
  /** Fewer say little about a window; at one sample a second, windows from 3 s on have a figure. */
  private static final int FEWEST = 3;

  /** With a longer silence, s, most of the figure would be a guess. */
  private static final double LONGEST_GAP = 3;

  private final ActiveWindow window;
  private final double[] times;
  private final double[] values;

  private WindowEnergy(ActiveWindow window, double[] times, double[] values) {
    this.window = window;
    this.times = times;
    this.values = values;
  }

  static Joules ofPower(PowerSeries series, ActiveWindow window) {
    var samples = series.samples();
    return new WindowEnergy(
            window,
            samples.stream().mapToLong(PowerSample::at).mapToDouble(window::seconds).toArray(),
            samples.stream().mapToDouble(PowerSample::watts).toArray())
        .checked(true, series.device());
  }

  static Joules ofCounter(List<EnergyReading> readings, ActiveWindow window) {
    return new WindowEnergy(
            window,
            readings.stream().mapToLong(EnergyReading::at).mapToDouble(window::seconds).toArray(),
            readings.stream().mapToDouble(EnergyReading::joules).toArray())
        .checked(false, "cpu");
  }

  private Joules checked(boolean power, String device) {
    var length = window.seconds();
    var inside = Arrays.stream(times).filter(time -> time >= 0 && time <= length).count();
    if (inside < FEWEST) {
      return Joules.missing(
          String.format(
              Locale.ROOT,
              "%s: the window of %.1f s holds %d sample%s, %d are needed",
              device,
              length,
              inside,
              inside == 1 ? "" : "s",
              FEWEST));
    }
    var gap = longestGap(length);
    if (gap > LONGEST_GAP) {
      return Joules.missing(
          Double.isFinite(gap)
              ? String.format(
                  Locale.ROOT, "%s: no sample for %.1f s at or in the window", device, gap)
              : device + ": no sample on one side of the window");
    }
    return Joules.of(power ? integral(length) : valueAt(length) - valueAt(0));
  }

  /** Between neighbours of which at least part lies in the window; infinite at an open end. */
  private double longestGap(double length) {
    if (times[0] > 0 || times[times.length - 1] < length) {
      return Double.POSITIVE_INFINITY;
    }
    var longest = 0.0;
    for (var i = 1; i < times.length; i++) {
      if (times[i] > 0 && times[i - 1] < length) {
        longest = Math.max(longest, times[i] - times[i - 1]);
      }
    }
    return longest;
  }

  private double integral(double length) {
    var sum = 0.0;
    for (var i = 1; i < times.length; i++) {
      var from = Math.max(0, times[i - 1]);
      var to = Math.min(length, times[i]);
      if (to > from) {
        sum += (to - from) * (valueAt(from, i) + valueAt(to, i)) / 2;
      }
    }
    return sum;
  }

  private double valueAt(double time) {
    for (var i = 1; i < times.length; i++) {
      if (times[i] >= time) {
        return valueAt(time, i);
      }
    }
    throw new IllegalStateException("the window was checked to lie between samples");
  }

  /** On the line from the sample before that one to it. */
  private double valueAt(double time, int index) {
    var before = times[index - 1];
    var span = times[index] - before;
    return span == 0
        ? values[index]
        : values[index - 1] + (values[index] - values[index - 1]) * (time - before) / span;
  }
}
