package dev.tr116.report.allure;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;

/**
 * Tells Allure about runs, verdicts and the session; does nothing where Allure is not on the class
 * path.
 *
 * <p>Allure knows its current test by thread: call from the thread that runs the test, after the
 * agents have ended. Without a current test in Allure the calls about tests do nothing.
 */
public final class AllureReport {
  private static final String ALLURE = "io.qameta.allure.junitplatform.AllureJunitPlatform";

  private final Publisher publisher;

  private AllureReport(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Looks for Allure on the class path. */
  public static AllureReport connect() {
    return new AllureReport(isOnClassPath() ? new AllurePublisher() : new NoPublisher());
  }

  /** Whether Allure is on the class path, so that what is published here reaches a report. */
  public boolean isAvailable() {
    return publisher.isAvailable();
  }

  /**
   * Gives the current test the name and the identity of a run. Call it as early as possible: it
   * stands from then on, whether the test passes, fails or aborts before {@link
   * #publish(RunReport)}.
   */
  public void identify(PlannedRun run) {
    publisher.identify(run);
  }

  /** Gives the current test the name and the identity of a cell's verdict. */
  public void identify(CellId cell) {
    publisher.identify(cell);
  }

  /** Gives the current test the name and the identity of the session's comparison. */
  public void identifyComparison() {
    publisher.identifyComparison();
  }

  /** Gives the current test the name and the identity of the session's checklist. */
  public void identifyChecklist() {
    publisher.identifyChecklist();
  }

  /**
   * Adds to the current test what was measured: identity, labels, parameters, one step per agent
   * with its phases, answers, the timeline and the attachments given. Once per test.
   *
   * @throws RuntimeException when the results directory cannot be written
   */
  public void publish(RunReport report) {
    publisher.publish(report);
  }

  /**
   * Adds a cell's verdict to the current test. Once per test.
   *
   * @throws RuntimeException when the results directory cannot be written
   */
  public void publish(CellReport report) {
    publisher.publish(report);
  }

  /**
   * Makes the current test the comparison of the session with an earlier one. Once per test.
   *
   * @throws RuntimeException when the results directory cannot be written
   */
  public void publish(ComparisonReport report) {
    publisher.publish(report);
  }

  /**
   * Makes the current test the checklist of the session. Once per test.
   *
   * @throws RuntimeException when the results directory cannot be written
   */
  public void publish(ChecklistReport report) {
    publisher.publish(report);
  }

  /**
   * Adds the page of the whole matrix to the report; needs no current test. Once per session.
   *
   * @throws RuntimeException when the results directory cannot be written
   */
  public void publish(SummaryReport report) {
    publisher.publish(report);
  }

  /**
   * Writes what the report says of the session, and the categories of failures; needs no current
   * test. A second call replaces the first.
   *
   * @throws java.io.UncheckedIOException when the results directory cannot be written
   */
  public void publish(SessionReport report) {
    publisher.publish(report);
  }

  private static boolean isOnClassPath() {
    try {
      Class.forName(ALLURE, false, AllureReport.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
