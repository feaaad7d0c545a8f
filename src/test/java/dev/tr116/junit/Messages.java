package dev.tr116.junit;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.assertj.AgentAssertions;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.SettingsException;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.preflight.Check;
import dev.tr116.preflight.Finding;
import dev.tr116.preflight.Level;
import dev.tr116.preflight.PreflightReport;
import dev.tr116.report.SampleRun;
import dev.tr116.results.StoredRun;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Change;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.ChecklistItem;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Regression;
import dev.tr116.slo.Regression.Side;
import dev.tr116.slo.RegressionMetric;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.slo.RegressionVerdict.Compared;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What ends a test or keeps it from running, made by the code that makes it in a session. */
final class Messages {
  private static final int[] STATUSES = {301, 400, 401, 404, 418, 429, 500, 502, 503};

  private Messages() {}

  /** Every failed run: each kind of failure and status, alone, beside and while loading. */
  static Stream<Throwable> ofRuns() {
    return Stream.of(
            Arrays.stream(RunStatus.values())
                .filter(status -> status != RunStatus.OK)
                .map(status -> Traces.run(1).build(status)),
            Arrays.stream(FailureKind.values())
                .flatMap(kind -> failed(kind).flatMap(Messages::everywhere)),
            Arrays.stream(STATUSES)
                .mapToObj(status -> Traces.run(1).failed(status, "it was\n404").build()))
        .flatMap(runs -> runs)
        .map(Messages::measured)
        .map(run -> new AssertionFailedError(run.failureMessage()));
  }

  /** The same from the assertion that users write. */
  static Stream<Throwable> ofRunAssertions() {
    return Stream.concat(
            Arrays.stream(STATUSES).mapToObj(s -> Traces.run(1).failed(s, "why").build()),
            Arrays.stream(RunStatus.values())
                .filter(status -> status != RunStatus.OK)
                .map(status -> Traces.run(1).build(status)))
        .map(run -> thrown(() -> AgentAssertions.assertThat(run).succeeded()));
  }

  /** Runs that miss what a user expects of them. */
  static Stream<Throwable> ofExpectations() {
    var run = Traces.run(1).build();
    var solo = Traces.run(1).solo().build();
    var cell = Verdicts.cell(Traces.run(1), Traces.run(2), Traces.run(3));
    var empty = new CellMetrics(Traces.CELL, List.of());
    return Stream.<ThrowingCallable>of(
            () -> AgentAssertions.assertThat(run).hasTrueSpeedupAbove(99),
            () -> AgentAssertions.assertThat(solo).hasTrueSpeedupAbove(1),
            () -> AgentAssertions.assertThat(run).hasSlowdownBelow(0.1),
            () -> AgentAssertions.assertThat(run).as("mine").hasEfficiencyAbove(100),
            () -> AgentAssertions.assertThat(run).hasAnswerContaining(AgentRole.COLLECTOR, "?!"),
            () -> AgentAssertions.assertThat(Traces.run(1).beside(1, 1000).build()).isUncontended(),
            () -> AgentAssertions.assertThat(solo).hasSlowdownBelow(9),
            () -> AgentAssertions.assertThat(cell).hasMeasuredRuns(9),
            () -> AgentAssertions.assertThat(cell).hasTrueSpeedupAbove(99),
            () -> AgentAssertions.assertThat(cell).hasTrueSpeedupIntervalAbove(99),
            () -> AgentAssertions.assertThat(empty).hasTrueSpeedupAbove(1),
            () -> AgentAssertions.assertThat(empty).isUncontended())
        .map(Messages::thrown);
  }

  /** A verdict of every outcome that does not let a test pass. */
  static Stream<Throwable> ofVerdicts() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.PASS)
        .map(
            outcome -> {
              var verdict = verdict(outcome);
              if (verdict.outcome() != outcome) {
                throw new AssertionError(outcome + " wanted, not " + verdict.outcome());
              }
              return thrown(() -> AgentAssertions.assertThat(verdict).holds());
            });
  }

  /** A violation that fails where a user says so. */
  static Stream<Throwable> ofViolations() {
    return Stream.of(
        thrown(() -> AgentAssertions.assertThat(verdict(Outcome.FAIL)).hasNoViolation()));
  }

  /** A comparison of every outcome that does not let a test pass. */
  static Stream<Throwable> ofComparisons() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.PASS)
        .map(
            outcome -> {
              var verdict = comparison(outcome);
              if (verdict.outcome() != outcome) {
                throw new AssertionError(outcome + " wanted, not " + verdict.outcome());
              }
              return thrown(() -> AgentAssertions.assertThat(verdict).holds());
            });
  }

  /** A regression that fails where a user says so. */
  static Stream<Throwable> ofRegressions() {
    return Stream.of(Outcome.FAIL, Outcome.INVALID)
        .map(Messages::comparison)
        .map(verdict -> thrown(() -> AgentAssertions.assertThat(verdict).hasNoRegression()));
  }

  static Stream<Throwable> ofChecklists() {
    return Stream.of(
        thrown(() -> AgentAssertions.assertThat(checklist()).holds()),
        thrown(() -> AgentAssertions.assertThat(checklist()).hasNoFailure()));
  }

  /** Tests that are not carried out. */
  static Stream<Throwable> ofAborted() {
    return Stream.of(
            AbortWords.decided(SampleRun.planned()),
            AbortWords.noRun(),
            AbortWords.noRunOf(Traces.CELL),
            AbortWords.interrupted(),
            AbortWords.nothingToCompareWith())
        .map(TestAbortedException::new);
  }

  static Stream<Throwable> ofSettings() {
    return IntStream.of(1, 2)
        .mapToObj(count -> List.of("a: wrong", "b: wrong").subList(0, count))
        .flatMap(
            problems ->
                Stream.of(
                    new SettingsException(problems), SettingsException.withoutServer(problems)));
  }

  /** An error of every check, and two at once. */
  static Stream<Throwable> ofPreflights() {
    var each =
        Arrays.stream(Check.values())
            .map(check -> new Finding(check, Level.ERROR, "why", Optional.empty()))
            .toList();
    return Stream.concat(each.stream().map(List::of), Stream.of(each.subList(0, 2)))
        .map(errors -> thrown(() -> new PreflightReport(errors).requireNoError()));
  }

  private static Stream<Traces.CallBuilder> failed(FailureKind kind) {
    return Stream.of(Traces.call().failed(kind, "it was\n404 or 500"));
  }

  private static Stream<DualRun> everywhere(Traces.CallBuilder call) {
    var agent = Traces.agent(AgentRole.COLLECTOR, 10, call);
    var ok = Traces.run(1).build();
    return Stream.of(
        Traces.run(1).agents(agent).build(),
        Traces.run(1).solo(agent).build(),
        new DualRun(
            ok.id(),
            ok.backend(),
            ok.startedAt(),
            ok.released(),
            ok.ended(),
            ok.agents(),
            ok.solo(),
            ok.reusedSolo(),
            RunStatus.FAILED,
            List.of(agent)));
  }

  private static MeasuredRun measured(DualRun run) {
    var doubted = DualRunMetrics.of(run).doubting(List.of("the call was cold"));
    var stored =
        new StoredRun(doubted, run.status(), run.startedAt(), Path.of("run_1", "metrics.json"));
    return new MeasuredRun(SampleRun.planned(), run, stored, false, false);
  }

  /** Exhaustive, so that another outcome does not compile without a verdict of it. */
  private static CellVerdict verdict(Outcome outcome) {
    var three = new Traces.RunBuilder[] {Traces.run(1), Traces.run(2), Traces.run(3)};
    return switch (outcome) {
      case PASS -> Verdicts.enforced(Map.of(SloMetric.EFFICIENCY, new SloLimit(2, 1)), three);
      case FAIL -> Verdicts.enforced(Verdicts.EFFICIENCY, three);
      case INCONCLUSIVE -> Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1));
      case INVALID -> Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1).failed(500, "no"));
    };
  }

  private static RegressionVerdict comparison(Outcome outcome) {
    return switch (outcome) {
      case PASS -> comparison(Map.of(), Change.SAME);
      case FAIL -> comparison(Map.of(), Change.REGRESSED);
      case INCONCLUSIVE -> comparison(Map.of(), Change.INCONCLUSIVE);
      case INVALID -> comparison(Map.of(Traces.CELL, List.of("cpu: A")), Change.REGRESSED);
    };
  }

  private static RegressionVerdict comparison(
      Map<dev.tr116.plan.CellId, List<String>> refused, Change change) {
    var side = new Side(5, 0, OptionalDouble.of(100));
    return new RegressionVerdict(
        new Compared("b", Path.of("b"), 0),
        new Compared("a", Path.of("a"), 0),
        Traces.OLLAMA,
        true,
        5,
        List.of(
            new Regression(
                Traces.CELL,
                RegressionMetric.WALL,
                side,
                side,
                Optional.empty(),
                OptionalDouble.empty(),
                change,
                "why")),
        refused,
        List.of(),
        List.of());
  }

  private static Checklist checklist() {
    var item = new ChecklistItem("X-1", "a title", ChecklistItem.State.FAIL, true, "why");
    return new Checklist("a", Path.of("a"), Traces.OLLAMA, true, List.of(item));
  }

  private static Throwable thrown(ThrowingCallable code) {
    var thrown = catchThrowable(code);
    if (thrown == null) {
      throw new AssertionError("it passed, so it is no example");
    }
    return thrown;
  }
}
