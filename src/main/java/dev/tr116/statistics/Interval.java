package dev.tr116.statistics;

/**
 * A range a figure lies in with some confidence, in the figure's own unit.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower one
 * @param level the confidence, e.g. 0.95
 */
public record Interval(double low, double high, double level) {
  /** The confidence of every interval of this project. */
  public static final double LEVEL = 0.95;

  public Interval {
    if (!(low <= high) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "no interval: from " + low + " to " + high + " at " + level);
    }
  }

  /** Whether a value lies in it, its ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Half its width. */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
