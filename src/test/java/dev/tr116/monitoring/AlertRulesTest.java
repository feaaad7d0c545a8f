package dev.tr116.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Settings;
import dev.tr116.plan.SloEnforcement;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class AlertRulesTest {
  private static final Map<SloMetric, SloLimit> TR116 = Settings.of(Map.of()).slos();

  @Test
  void hasTheLimitsOfTr116InBaseUnits() {
    var rules = rules(AlertRules.of(TR116, SloEnforcement.TRUE, Optional.empty()));

    assertThat(rules)
        .extracting(rule -> rule.get("alert") + ": " + rule.get("expr"))
        .containsExactly(
            "Tr116ConcurrencySpeedupTarget: tr116_concurrency_speedup_ratio{agents=\"2\"} < 1.95",
            "Tr116ConcurrencySpeedupAlert: tr116_concurrency_speedup_ratio{agents=\"2\"} < 1.9",
            "Tr116EfficiencyTarget: tr116_efficiency_ratio{agents!=\"1\"} < 0.97",
            "Tr116EfficiencyAlert: tr116_efficiency_ratio{agents!=\"1\"} < 0.95",
            "Tr116TtftP95Target: tr116_ttft_p95_seconds > 2",
            "Tr116TtftP95Alert: tr116_ttft_p95_seconds > 3",
            "Tr116ContentionRateTarget: tr116_contention_ratio{agents!=\"1\"} > 0.01",
            "Tr116ContentionRateAlert: tr116_contention_ratio{agents!=\"1\"} > 0.05",
            "Tr116ErrorRateTarget: tr116_error_ratio > 0.001",
            "Tr116ErrorRateAlert: tr116_error_ratio > 0.01",
            "Tr116CostPer1000Target: tr116_cost_per_1000_executions_dollars > 0.2",
            "Tr116CostPer1000Alert: tr116_cost_per_1000_executions_dollars > 0.3",
            "Tr116RollbackEfficiency: tr116_efficiency_ratio{agents!=\"1\"} < 0.95",
            "Tr116RollbackErrorRate: tr116_error_ratio > 0.01");
  }

  @Test
  void tellsTargetsFromAlertsAndRollbacksWithTheirDurations() {
    var rules = rules(AlertRules.of(TR116, SloEnforcement.AUTO, Optional.empty()));

    assertThat(rules.get(2))
        .containsEntry("labels", Map.of("severity", "warning"))
        .doesNotContainKey("for");
    assertThat(rules.get(3)).containsEntry("labels", Map.of("severity", "critical"));
    assertThat(rules.get(12))
        .containsEntry("for", "60m")
        .containsEntry("labels", Map.of("severity", "critical", "action", "rollback"));
    assertThat(rules.get(13)).containsEntry("for", "15m");
  }

  @Test
  void standInsRaiseNoAlertUnlessObjectivesAreEnforcedThere() {
    var limits = Map.of(SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1));

    assertThat(rules(AlertRules.of(limits, SloEnforcement.AUTO, Optional.empty())))
        .extracting(rule -> rule.get("expr"))
        .containsExactly(
            "tr116_true_speedup_ratio{agents!=\"1\",weights=\"as-served\"} < 1.2",
            "tr116_true_speedup_ratio{agents!=\"1\",weights=\"as-served\"} < 1");
  }

  @Test
  void aLimitOfTheUsersHoldsForAnyNumberOfAgents() {
    var limits = Map.of(SloMetric.CONCURRENCY_SPEEDUP, new SloLimit(3, 2.5));

    assertThat(rules(AlertRules.of(limits, SloEnforcement.TRUE, Optional.empty())).getFirst())
        .containsEntry("expr", "tr116_concurrency_speedup_ratio{agents!=\"1\"} < 3");
  }

  @Test
  void holdsCostsAgainstTheFormerRuntimeWhateverItsName() {
    var rules =
        rules(AlertRules.of(Map.of(), SloEnforcement.TRUE, Optional.of("exec:it's \"x\\y\"")));

    assertThat(rules)
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.get("expr"))
                    .isEqualTo(
                        "tr116_cost_per_1000_executions_dollars{runtime!=\"exec:it's"
                            + " \\\"x\\\\y\\\"\"} > on (suite, model, scenario, options) group_left"
                            + " () 1.2 * max by (suite, model, scenario, options)"
                            + " (tr116_cost_per_1000_executions_dollars{runtime=\"exec:it's"
                            + " \\\"x\\\\y\\\"\"})"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rules(String text) {
    Map<String, List<Map<String, Object>>> file = new Yaml().load(text);
    return (List<Map<String, Object>>) file.get("groups").getFirst().get("rules");
  }
}
