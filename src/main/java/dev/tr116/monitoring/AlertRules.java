package dev.tr116.monitoring;

import dev.tr116.deployment.RollbackTrigger;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.SloEnforcement;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objectives as a file of Prometheus alert rules. */
public final class AlertRules {
  private static final String CELL =
      "{{ $labels.model }} {{ $labels.scenario }} under {{ $labels.runtime }}";

  private static final String SEVERAL = "agents!=\"1\"";

  private final Map<SloMetric, SloLimit> limits;
  private final SloEnforcement enforcement;
  private final Optional<String> formerRuntime;
  private final StringBuilder text = new StringBuilder();

  private AlertRules(
      Map<SloMetric, SloLimit> limits, SloEnforcement enforcement, Optional<String> formerRuntime) {
    this.limits = limits;
    this.enforcement = enforcement;
    this.formerRuntime = formerRuntime;
  }

  /**
   * The text of the file (YAML): a warning for each missed target, a critical alert for each
   * crossed alert, and the rollback triggers.
   *
   * @param limits of the objectives in force
   * @param enforcement whether figures of stand-ins raise alerts, too: with {@code TRUE} only
   * @param formerRuntime whose cost the rollback by cost is held against; without it there is none
   */
  public static String of(
      Map<SloMetric, SloLimit> limits, SloEnforcement enforcement, Optional<String> formerRuntime) {
    return new AlertRules(limits, enforcement, formerRuntime).write();
  }

  private String write() {
    text.append("# Alert rules of tr116: its objectives and rollback triggers.\n");
    text.append("groups:\n  - name: tr116\n    rules:\n");
    Arrays.stream(SloMetric.values()).filter(limits::containsKey).forEach(this::objective);
    RollbackTrigger.of(limits).forEach(this::rollback);
    return text.toString();
  }

  private void objective(SloMetric metric) {
    var limit = limits.get(metric);
    var gauge = Gauge.of(metric);
    rule(
        "Tr116" + camel(metric) + "Target",
        comparison(metric, gauge.limit(limit.target())),
        Duration.ZERO,
        "severity: warning",
        metric.metricName() + " of " + CELL + " misses its target");
    rule(
        "Tr116" + camel(metric) + "Alert",
        comparison(metric, gauge.limit(limit.alert())),
        Duration.ZERO,
        "severity: critical",
        metric.metricName() + " of " + CELL + " crosses its alert");
  }

  private void rollback(RollbackTrigger trigger) {
    if (trigger.isRelative() && formerRuntime.isEmpty()) {
      return;
    }
    rule(
        "Tr116Rollback" + camel(trigger.metric()),
        trigger.isRelative()
            ? relative(trigger)
            : comparison(trigger.metric(), Gauge.of(trigger.metric()).limit(trigger.limit())),
        trigger.lasting(),
        "severity: critical\n          action: rollback",
        "Go back to what ran before " + CELL + ": " + trigger.words());
  }

  private String comparison(SloMetric metric, String limit) {
    return Gauge.of(metric).metricName()
        + selector(agents(metric))
        + (metric.better() == Better.HIGHER ? " < " : " > ")
        + limit;
  }

  /** What compares agents needs two of them, and TR116's own limit of the speedup just two. */
  private String agents(SloMetric metric) {
    return switch (metric) {
      case CONCURRENCY_SPEEDUP ->
          metric.standard().equals(Optional.ofNullable(limits.get(metric)))
              ? "agents=\"2\""
              : SEVERAL;
      case EFFICIENCY, CONTENTION_RATE, TRUE_SPEEDUP -> SEVERAL;
      case TTFT_P95, ERROR_RATE, COST_PER_1000, DECODE_RATE, JOULES_PER_TOKEN -> "";
    };
  }

  private String relative(RollbackTrigger trigger) {
    var name = Gauge.of(trigger.metric()).metricName();
    var former = Promql.quoted(formerRuntime.orElseThrow());
    return name
        + selector("runtime!=" + former)
        + " > on (suite, model, scenario, options) group_left () "
        + BigDecimal.valueOf(trigger.limit()).toPlainString()
        + " * max by (suite, model, scenario, options) ("
        + name
        + selector("runtime=" + former)
        + ")";
  }

  private String selector(String matcher) {
    var real = "weights=" + Promql.quoted(BackendDescription.AS_SERVED);
    var matchers =
        enforcement == SloEnforcement.TRUE
            ? matcher
            : matcher.isEmpty() ? real : matcher + "," + real;
    return matchers.isEmpty() ? "" : "{" + matchers + "}";
  }

  private void rule(
      String name, String expression, Duration lasting, String labels, String summary) {
    text.append("      - alert: ").append(name).append('\n');
    text.append("        expr: ").append(quoted(expression)).append('\n');
    if (!lasting.isZero()) {
      text.append("        for: ").append(lasting.toMinutes()).append("m\n");
    }
    text.append("        labels:\n          ").append(labels).append('\n');
    text.append("        annotations:\n          summary: ").append(quoted(summary));
    text.append("\n          description: ");
    text.append(quoted("It is {{ $value }}; the rule is " + expression)).append('\n');
  }

  /** A YAML string in single quotes. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** E.g. {@code TtftP95}. */
  private static String camel(SloMetric metric) {
    return Arrays.stream(metric.metricName().split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
