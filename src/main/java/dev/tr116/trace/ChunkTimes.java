package dev.tr116.trace;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The arrival of every streamed line that carried text, in ns of the monotonic clock. */
public final class ChunkTimes {
  /** No line arrived. */
  public static final ChunkTimes NONE = new ChunkTimes(new long[0]);

  private final long[] nanos;

  private ChunkTimes(long[] nanos) {
    this.nanos = nanos;
  }

  /** The first {@code count} stamps of a growing array; the array is copied. */
  public static ChunkTimes of(long[] stamps, int count) {
    return new ChunkTimes(Arrays.copyOf(stamps, count));
  }

  /** How many lines arrived. */
  public int size() {
    return nanos.length;
  }

  /** The arrival of one line, counted from 0, in ns. */
  public long get(int index) {
    return nanos[index];
  }

  /** Gaps between successive lines, in ns: one fewer than lines. */
  public LongStream gaps() {
    return LongStream.range(1, nanos.length).map(i -> nanos[(int) i] - nanos[(int) i - 1]);
  }

  /** All arrivals in order, in ns. */
  public LongStream stream() {
    return Arrays.stream(nanos);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChunkTimes times && Arrays.equals(nanos, times.nanos);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nanos);
  }

  @Override
  public String toString() {
    return nanos.length + " chunks";
  }
}
