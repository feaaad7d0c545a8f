package dev.tr116.slo;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One objective, judged.
 *
 * @param metric what is limited
 * @param limit target and alert
 * @param value what was measured, in the metric's unit; empty when it was not, and for a percentile
 *     that the calls do not support
 * @param interval the 95 % interval of the judged mean; empty for what is no mean, for too few runs
 *     and for a run judged alone
 * @param outcome PASS, FAIL or INCONCLUSIVE
 * @param warning whether a passing value misses the target
 * @param moreRuns about how many more runs would decide; empty when it is decided, and when no
 *     sensible number would
 * @param why the comparison in words, with spread and sample size
 */
public record Verdict(
    SloMetric metric,
    SloLimit limit,
    OptionalDouble value,
    Optional<Interval> interval,
    Outcome outcome,
    boolean warning,
    OptionalInt moreRuns,
    String why) {}
