package dev.tr116.report.allure;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.PlannedRun;
import dev.tr116.trace.DualRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the report shows of one measured run.
 *
 * @param planned the run's plan, of the same identity as {@code run}
 * @param run what happened
 * @param figures per role, what the report shows beside the agent, e.g. {@code ttft_ms}; in order
 * @param attachments files to show, e.g. {@code metrics.json}; answers and timeline are added
 */
public record RunReport(
    PlannedRun planned,
    DualRun run,
    Map<AgentRole, Map<String, String>> figures,
    List<Attachment> attachments) {
  public RunReport {
    if (!planned.id().equals(run.id())) {
      throw new IllegalArgumentException("planned was " + planned.id() + ", not " + run.id());
    }
    var copy = new LinkedHashMap<AgentRole, Map<String, String>>();
    figures.forEach(
        (role, f) -> copy.put(role, Collections.unmodifiableMap(new LinkedHashMap<>(f))));
    figures = Collections.unmodifiableMap(copy);
    attachments = List.copyOf(attachments);
  }
}
