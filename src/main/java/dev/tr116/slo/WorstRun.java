package dev.tr116.slo;

import dev.tr116.plan.RunId;

/**
 * The run that did worst by one metric.
 *
 * @param id which run
 * @param value its own value, in the metric's unit
 */
public record WorstRun(RunId id, double value) {}
