package dev.tr116.cost;

import java.util.OptionalDouble;

/** Every formula of the cost model; money in US dollars. */
public final class CostFormulas {
  /** A month is the twelfth of a year of 365 days. */
  static final double SECONDS_PER_MONTH = 365 * 24 * 3600 / 12.0;

  static final int MONTHS = 12;
  private static final double THOUSAND = 1000;
  private static final double PERCENT = 100;

  private CostFormulas() {}

  /**
   * Instances that one run after the other keeps busy: runs a month x time of a run / time an
   * instance is at work in a month, rounded up.
   *
   * @param executionsPerMonth agents that do their work in a month
   * @param executionsPerRun agents that run side by side
   * @param secondsPerRun from their start to the end of the last
   * @param utilisation share of a month in which an instance is at work
   */
  public static int instances(
      double executionsPerMonth,
      double executionsPerRun,
      double secondsPerRun,
      double utilisation) {
    return (int)
        Math.max(
            1,
            Math.ceil(
                executionsPerMonth
                    / executionsPerRun
                    * secondsPerRun
                    / (SECONDS_PER_MONTH * utilisation)));
  }

  /** Instances where one is worth as much less as the efficiency is lower, rounded up. */
  public static int instancesByEfficiency(
      int instancesOfBase, double efficiencyOfBase, double efficiency) {
    return (int) Math.ceil(instancesOfBase * efficiencyOfBase / efficiency);
  }

  /** How much more than another, percent of the other. */
  public static double premiumPercent(double cost, double other) {
    return PERCENT * (cost / other - 1);
  }

  /** A year's operations: infrastructure, monitoring, maintenance and licence. */
  public static double yearly(
      double monthly, double monitoring, double maintenance, double licence) {
    return MONTHS * monthly + monitoring + maintenance + licence;
  }

  /** Development and so many years of operations. */
  public static double total(double development, double yearly, double years) {
    return development + yearly * years;
  }

  /**
   * After how many months lower yearly costs have paid for a dearer development: 0 where there is
   * nothing to pay for, empty where they never do.
   */
  public static OptionalDouble breakEvenMonths(double moreDevelopment, double yearlySavings) {
    if (moreDevelopment <= 0 && yearlySavings >= 0) {
      return OptionalDouble.of(0);
    }
    return yearlySavings > 0 && moreDevelopment > 0
        ? OptionalDouble.of(MONTHS * moreDevelopment / yearlySavings)
        : OptionalDouble.empty();
  }

  /** A thousand executions. */
  public static double per1000(double monthly, double executionsPerMonth) {
    return monthly / (executionsPerMonth / THOUSAND);
  }
}
