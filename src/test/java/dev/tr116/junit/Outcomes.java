package dev.tr116.junit;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Events;

/** What finished tests and containers say. */
final class Outcomes {
  private Outcomes() {}

  /** The message of each exception that ended one of them. */
  static List<String> messages(Events events) {
    return events.stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .map(thrown -> String.valueOf(thrown.getMessage()))
        .toList();
  }
}
