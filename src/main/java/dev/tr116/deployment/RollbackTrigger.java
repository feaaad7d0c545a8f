package dev.tr116.deployment;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What calls for going back to what ran before; TR116, 11.3.
 *
 * @param metric that is watched
 * @param limit in the metric's unit, or for a cost the factor on what it is held against
 * @param lasting how long it must be crossed
 */
public record RollbackTrigger(SloMetric metric, double limit, Duration lasting) {
  /** TR116: 120 % of the cost of what ran before. */
  private static final double COST_FACTOR = 1.2;

  private static final Duration OF_EFFICIENCY = Duration.ofHours(1);
  private static final Duration OF_ERRORS = Duration.ofMinutes(15);

  /** Those of the objectives in force; the alert is the limit. */
  public static List<RollbackTrigger> of(Map<SloMetric, SloLimit> limits) {
    var triggers = new ArrayList<RollbackTrigger>();
    add(SloMetric.EFFICIENCY, OF_EFFICIENCY, limits, triggers);
    add(SloMetric.ERROR_RATE, OF_ERRORS, limits, triggers);
    triggers.add(new RollbackTrigger(SloMetric.COST_PER_1000, COST_FACTOR, Duration.ZERO));
    return List.copyOf(triggers);
  }

  /** Whether the limit is a factor on the cost of what ran before. */
  public boolean isRelative() {
    return metric == SloMetric.COST_PER_1000;
  }

  /** E.g. {@code efficiency below 95 % for 1 h}. */
  public String words() {
    if (isRelative()) {
      return "cost above " + EfficiencyRule.plain(100 * limit) + " % of what ran before";
    }
    return metric.metricName()
        + (metric.better() == Better.HIGHER ? " below " : " above ")
        + EfficiencyRule.plain(limit)
        + " "
        + metric.unit()
        + " for "
        + (lasting.toMinutesPart() == 0 ? lasting.toHours() + " h" : lasting.toMinutes() + " min");
  }

  private static void add(
      SloMetric metric,
      Duration lasting,
      Map<SloMetric, SloLimit> limits,
      List<RollbackTrigger> triggers) {
    var limit = limits.get(metric);
    if (limit != null) {
      triggers.add(new RollbackTrigger(metric, limit.alert(), lasting));
    }
  }
}
