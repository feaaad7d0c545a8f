package dev.tr116.report.allure;

import dev.tr116.report.Outcome;
import dev.tr116.report.Phase;
import dev.tr116.report.Phases;
import dev.tr116.report.ServerName;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.OwnStage;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows an agent's part in a run as a step of Allure, its phases as the steps within.
 *
 * @param run gives the calendar time of the clock's stamps
 * @param files where the answer goes
 */
record AgentStep(DualRun run, AttachmentFiles files) {
  StepResult of(AgentRun agent, Map<String, String> figures) {
    var server = ServerName.full(agent.endpoint());
    var name = agent.role() + " on " + server + ": " + Outcome.brief(agent);
    var step = step(name, agent.started(), agent.ended());
    figures.forEach((figure, value) -> step.getParameters().add(parameter(figure, value)));
    agent.own().forEach(stage -> step.getSteps().add(own(stage)));
    agent.calls().forEach(call -> step.getSteps().addAll(phases(call, agent.calls().size() > 1)));
    if (!agent.succeeded()) {
      var message = agent.failure().map(AgentStep::message).orElse("the agent made no call");
      step.setStatus(Status.BROKEN).setStatusDetails(new StatusDetails().setMessage(message));
    }
    if (!agent.answer().isBlank()) {
      var answer = Attachment.of(agent.role() + " answer", "text/plain", agent.answer());
      step.getAttachments().add(files.write(answer));
    }
    return step;
  }

  private StepResult own(OwnStage stage) {
    var step = step(stage.name(), stage.started(), stage.ended());
    var lasted = Outcome.duration(stage.ended() - stage.started());
    step.getParameters().add(parameter("duration", lasted));
    return step;
  }

  private List<StepResult> phases(CallTrace call, boolean oneOfSeveral) {
    var steps =
        Phases.of(call).stream()
            .map(phase -> phase(phase, oneOfSeveral ? call.stage() + ": " : ""))
            .toList();
    if (!call.succeeded() && !steps.isEmpty()) {
      steps.getLast().setStatus(Status.BROKEN);
    }
    return steps;
  }

  private StepResult phase(Phase phase, String prefix) {
    var step = step(prefix + phase.kind().label(), phase.from(), phase.to());
    step.getParameters().add(parameter("duration", Outcome.duration(phase.nanos())));
    return step;
  }

  private StepResult step(String name, long from, long to) {
    return new StepResult()
        .setName(name)
        .setStatus(Status.PASSED)
        .setStage(Stage.FINISHED)
        .setStart(calendar(from))
        .setStop(calendar(to));
  }

  private long calendar(long nanos) {
    return run.startedAt().toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(nanos - run.released());
  }

  private static String message(CallFailure failure) {
    var status = failure.httpStatus();
    var kind = failure.kind() + (status.isPresent() ? " " + status.getAsInt() : "");
    return HarmlessText.of(kind + ": " + failure.message());
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value);
  }
}
