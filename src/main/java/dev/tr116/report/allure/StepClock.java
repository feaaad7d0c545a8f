package dev.tr116.report.allure;

import dev.tr116.trace.DualRun;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import java.util.concurrent.TimeUnit;

/**
 * Makes steps of stretches of the monotonic clock.
 *
 * @param run whose barrier is known on both clocks
 */
record StepClock(DualRun run) {
  /** A step that went well, from one stamp to another, ns. */
  StepResult step(String name, long from, long to) {
    return new StepResult()
        .setName(name)
        .setStatus(Status.PASSED)
        .setStage(Stage.FINISHED)
        .setStart(calendar(from))
        .setStop(calendar(to));
  }

  /** Adds a figure to a step. */
  static void add(StepResult step, String name, String value) {
    step.getParameters().add(new Parameter().setName(name).setValue(value));
  }

  private long calendar(long nanos) {
    return run.startedAt().toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(nanos - run.released());
  }
}
