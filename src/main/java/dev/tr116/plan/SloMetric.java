package dev.tr116.plan;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a service-level objective may limit, with TR116's target and alert where it names them.
 *
 * <p>Source of the limits: TR116, section 11.2 (monitoring and alerting).
 */
public enum SloMetric {
  CONCURRENCY_SPEEDUP("concurrency-speedup", "x", Better.HIGHER, new SloLimit(1.95, 1.90)),
  EFFICIENCY("efficiency", "%", Better.HIGHER, new SloLimit(97, 95)),
  TTFT_P95("ttft-p95", "ms", Better.LOWER, new SloLimit(2000, 3000)),
  CONTENTION_RATE("contention-rate", "%", Better.LOWER, new SloLimit(1, 5)),
  ERROR_RATE("error-rate", "%", Better.LOWER, new SloLimit(0.1, 1)),
  COST_PER_1000("cost-per-1000", "USD", Better.LOWER, new SloLimit(0.20, 0.30)),
  TRUE_SPEEDUP("true-speedup", "x", Better.HIGHER, null),
  DECODE_RATE("decode-rate", "tok/s", Better.HIGHER, null),
  JOULES_PER_TOKEN("joules-per-token", "J", Better.LOWER, null);

  /** Which way a metric improves. */
  public enum Better {
    /** More is better, e.g. a speedup. */
    HIGHER,
    /** Less is better, e.g. a latency. */
    LOWER
  }

  private final String name;
  private final String unit;
  private final Better better;
  private final Optional<SloLimit> standard;

  SloMetric(
      String name,
      String unit,
      Better better,
      @org.jspecify.annotations.Nullable SloLimit standard) {
    this.name = name;
    this.unit = unit;
    this.better = better;
    this.standard = Optional.ofNullable(standard);
  }

  /** The name in properties and records, e.g. {@code ttft-p95}. */
  public String metricName() {
    return name;
  }

  /** The unit of value and limits. */
  public String unit() {
    return unit;
  }

  /** Which way it improves. */
  public Better better() {
    return better;
  }

  /** TR116's limits; empty where TR116 sets none. */
  public Optional<SloLimit> standard() {
    return standard;
  }

  /** The property that sets other limits, e.g. {@code tr116.slo.efficiency}. */
  public String key() {
    return Property.PREFIX + "slo." + name;
  }

  /** The metric that property limits. */
  public static Optional<SloMetric> ofKey(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }
}
