package dev.tr116.report.allure;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.report.Outcome;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A block as steps in the order of time: models that were loaded first, each agent alone, all
 * agents side by side.
 *
 * @param run what happened
 * @param metrics what it means
 * @param files where the answers go
 */
record RunSteps(DualRun run, DualRunMetrics metrics, AttachmentFiles files) {
  List<StepResult> all() {
    var steps = new ArrayList<StepResult>();
    if (!run.primers().isEmpty()) {
      steps.add(part("models loaded before", run.primers()));
    }
    if (!run.solo().isEmpty()) {
      steps.add(part("each agent alone", run.solo()));
    }
    run.reusedSolo().stream()
        .map(
            reused ->
                reused.run().role()
                    + " alone was measured in run "
                    + reused.fromRun()
                    + ": "
                    + Outcome.brief(reused.run()))
        .map(name -> clock().step(name, run.released(), run.released()))
        .forEach(steps::add);
    if (!run.agents().isEmpty()) {
      steps.add(together());
    }
    return steps;
  }

  private StepResult together() {
    var sideBySide = run.id().cell().isSideBySide() && run.agents().size() > 1;
    var name =
        run.agents().size() == 1
            ? "one agent"
            : sideBySide ? "agents side by side" : "agents one after the other";
    var took = Outcome.duration(run.ended() - run.released());
    var step = clock().step(name + ": " + took, run.released(), run.ended());
    PerfMetric.of(metrics)
        .forEach(
            (metric, value) ->
                StepClock.add(step, metric.key(), String.format(Locale.ROOT, "%.3f", value)));
    for (var agent : run.agents()) {
      var figures = metrics.agent(agent.role()).orElseGet(() -> alone(agent));
      var own = new AgentStep(clock()).of(agent, figures);
      if (!agent.answer().isBlank()) {
        var answer = Attachment.of(agent.role() + " answer", "text/plain", agent.answer());
        own.getAttachments().add(files.write(answer));
      }
      step.getSteps().add(own);
    }
    return brokenWhereAStepIs(step);
  }

  private StepResult part(String name, List<AgentRun> agents) {
    var from = agents.stream().mapToLong(AgentRun::started).min().orElseThrow();
    var to = agents.stream().mapToLong(AgentRun::ended).max().orElseThrow();
    var each =
        agents.stream()
            .map(agent -> agent.role() + " " + Outcome.duration(agent.ended() - agent.started()))
            .collect(Collectors.joining(", "));
    var step = clock().step(name + ": " + each, from, to);
    agents.forEach(agent -> step.getSteps().add(new AgentStep(clock()).of(agent, alone(agent))));
    return brokenWhereAStepIs(step);
  }

  private StepClock clock() {
    return new StepClock(run);
  }

  private static AgentMetrics alone(AgentRun agent) {
    return AgentMetrics.of(agent, Optional.empty());
  }

  private static StepResult brokenWhereAStepIs(StepResult step) {
    if (step.getSteps().stream().anyMatch(within -> within.getStatus() == Status.BROKEN)) {
      step.setStatus(Status.BROKEN);
    }
    return step;
  }
}
