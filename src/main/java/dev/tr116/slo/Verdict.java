package dev.tr116.slo;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.OptionalDouble;

/**
 * One objective, judged.
 *
 * @param metric what is limited
 * @param limit target and alert
 * @param value what was measured, in the metric's unit; empty when it was not
 * @param outcome PASS, FAIL or INCONCLUSIVE
 * @param warning whether a passing value misses the target
 * @param why the comparison in words, with spread and sample size
 */
public record Verdict(
    SloMetric metric,
    SloLimit limit,
    OptionalDouble value,
    Outcome outcome,
    boolean warning,
    String why) {}
