package dev.tr116.report.allure;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.report.Outcome;
import dev.tr116.report.Phases;
import dev.tr116.report.ServerName;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.OwnStage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.List;
import java.util.Locale;

/**
 * Shows an agent's part in a run as a step of Allure, its phases as the steps within.
 *
 * @param clock gives the calendar time of stamps
 */
record AgentStep(StepClock clock) {
  StepResult of(AgentRun agent, AgentMetrics metrics) {
    var server = ServerName.full(agent.endpoint());
    var name = agent.role() + " on " + server + ": " + Outcome.brief(agent);
    var step = clock.step(name, agent.started(), agent.ended());
    PerfMetric.of(metrics)
        .forEach(
            (metric, value) ->
                StepClock.add(step, metric.key(), String.format(Locale.ROOT, "%.2f", value)));
    agent.own().forEach(stage -> step.getSteps().add(own(stage)));
    agent.calls().forEach(call -> step.getSteps().addAll(phases(call, agent.calls().size() > 1)));
    if (!agent.succeeded()) {
      var message = agent.failure().map(AgentStep::message).orElse("the agent made no call");
      step.setStatus(Status.BROKEN).setStatusDetails(new StatusDetails().setMessage(message));
    }
    return step;
  }

  private StepResult own(OwnStage stage) {
    var step = clock.step(stage.name(), stage.started(), stage.ended());
    StepClock.add(step, "duration", Outcome.duration(stage.ended() - stage.started()));
    return step;
  }

  private List<StepResult> phases(CallTrace call, boolean oneOfSeveral) {
    var figures = PhaseFigures.of(call);
    var prefix = oneOfSeveral ? call.stage() + ": " : "";
    var steps =
        Phases.of(call).stream()
            .map(
                phase -> {
                  var step = clock.step(prefix + phase.kind().label(), phase.from(), phase.to());
                  figures.of(phase).forEach((key, value) -> StepClock.add(step, key, value));
                  return step;
                })
            .toList();
    if (!call.succeeded() && !steps.isEmpty()) {
      steps.getLast().setStatus(Status.BROKEN);
    }
    return steps;
  }

  private static String message(CallFailure failure) {
    var status = failure.httpStatus();
    var kind = failure.kind() + (status.isPresent() ? " " + status.getAsInt() : "");
    return HarmlessText.of(kind + ": " + failure.message());
  }
}
