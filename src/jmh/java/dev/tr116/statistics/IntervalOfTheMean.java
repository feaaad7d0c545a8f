package dev.tr116.statistics;

import java.util.Optional;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The BCa interval of a mean, as every figure of a report has one. */
@State(Scope.Thread)
public class IntervalOfTheMean {
  /** How many values: those of a quick session, of a long one, and of many joined. */
  @Param({"5", "30", "1000"})
  public int values;

  private double[] measured = new double[0];

  /** Draws the values. */
  @Setup
  public void draw() {
    measured = new SplittableRandom(116).doubles(values, 80, 120).toArray();
  }

  /** One interval. */
  @Benchmark
  public Optional<Interval> bootstrap() {
    return new Bootstrap(116).ofMean(measured);
  }
}
