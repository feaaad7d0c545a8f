package dev.tr116.cli;

import dev.tr116.junit.AgentBenchmark;
import dev.tr116.plan.SettingsException;
import dev.tr116.preflight.PreflightException;
import dev.tr116.results.UnwritableException;
import dev.tr116.server.llama.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What became of the tests of a benchmark. */
final class Outcomes implements TestExecutionListener {
  private final List<Failed> failed = new ArrayList<>();
  private Optional<Path> folder = Optional.empty();
  private int finished;

  /**
   * A test, or the whole class, that failed.
   *
   * @param name of the run, the cell or the class
   * @param thrown why
   */
  record Failed(String name, Throwable thrown) {
    /** The innermost cause that is worded for people; else nothing, and it is a fault of ours. */
    Optional<Throwable> worded() {
      return causes()
          .filter(
              cause ->
                  cause instanceof AssertionError
                      || cause instanceof SettingsException
                      || cause instanceof PreflightException
                      || cause instanceof EngineException
                      || cause instanceof UnwritableException)
          .findFirst();
    }

    /** Whether it is why nothing was begun. */
    boolean isRefusal() {
      return worded()
          .filter(cause -> !(cause instanceof AssertionError))
          .filter(cause -> !(cause instanceof UnwritableException))
          .isPresent();
    }

    private Stream<Throwable> causes() {
      return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    finished += test.isTest() ? 1 : 0;
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      failed.add(
          new Failed(
              test.getDisplayName(),
              result.getThrowable().orElseGet(() -> new AssertionError("no reason is given"))));
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    Optional.ofNullable(entry.getKeyValuePairs().get(AgentBenchmark.RESULTS))
        .ifPresent(path -> folder = Optional.of(Path.of(path)));
  }

  /** Every test that failed, in order. */
  List<Failed> failed() {
    return List.copyOf(failed);
  }

  /** The folder of the session; nothing where none was begun. */
  Optional<Path> folder() {
    return folder;
  }

  /** How many tests came to an end, whichever. */
  int finished() {
    return finished;
  }
}
