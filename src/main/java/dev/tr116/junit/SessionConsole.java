package dev.tr116.junit;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SentOptions;
import dev.tr116.preflight.Finding;
import dev.tr116.preflight.Level;
import dev.tr116.preflight.PreflightReport;
import dev.tr116.report.ClosingTable;
import dev.tr116.report.ConsoleText;
import dev.tr116.report.ProgressLine;
import dev.tr116.report.Terminal;
import dev.tr116.report.VerdictPaint;
import dev.tr116.results.Session;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Change;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.ChecklistItem;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.Calibration;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people see while a session runs. Text from servers loses its control characters here. */
final class SessionConsole {
  private static final String PREFIX = "[tr116] ";

  private final PrintStream out;
  private final Terminal terminal;
  private int total;
  private int done;
  private int kept;
  private Duration spent = Duration.ZERO;

  SessionConsole(PrintStream out, Terminal terminal, Matrix matrix) {
    this.out = out;
    this.terminal = terminal;
    this.total = matrix.runs().size();
  }

  void started(Session session, List<URI> endpoints) {
    print(
        "session "
            + session.name()
            + ": "
            + total
            + (total == 1 ? " run" : " runs")
            + " on "
            + session.backend().phrase()
            + ", "
            + endpoints);
    switch (session.backend().weights()) {
      case BackendDescription.STAND_IN ->
          print("stand-in weights: real inference and real times, but not the models named");
      case BackendDescription.NO_WEIGHTS ->
          print("scripted: a known schedule is played, nothing is inferred");
      default -> {
        // A real server needs no warning.
      }
    }
    var leftOut = SentOptions.leftOut(session.settings().backend(), session.matrix());
    if (!leftOut.isEmpty()) {
      print("not sent, since the API has no word for them: " + String.join(", ", leftOut));
    }
  }

  void preflight(PreflightReport report) {
    print("preflight: " + report.summary());
    report.of(Level.WARNING).forEach(this::found);
  }

  /** One finding that is not only good to know. */
  void found(Finding finding) {
    print(finding.level().word() + " (" + finding.check().word() + "): " + finding.line());
  }

  /** Tells the instrument's error, under which runtime where there are several. */
  void calibrated(Map<String, Calibration> byRuntime) {
    byRuntime.forEach(
        (runtime, calibration) ->
            print(
                String.format(
                    Locale.ROOT,
                    "instrument%s: TTFT is off by %s us, the time between chunks by %s us (%d"
                        + " calls)",
                    byRuntime.size() == 1 ? "" : " under " + runtime,
                    shown(calibration.ttft()),
                    shown(calibration.chunk()),
                    calibration.calls())));
  }

  /** What of the machine's power is measured, and later what no longer is. */
  void power(String line) {
    print("power: " + line);
  }

  private static String shown(Calibration.Errors errors) {
    var median = String.format(Locale.ROOT, "%.0f", errors.p50());
    return errors.p99().isPresent()
        ? median + String.format(Locale.ROOT, " (p99 %.0f)", errors.p99().getAsDouble())
        : median;
  }

  void warmedUp(CellId cell, List<AgentRun> outcomes) {
    for (var agent : outcomes) {
      agent
          .failure()
          .ifPresent(
              failure ->
                  print(
                      "warm-up of "
                          + cell.displayName()
                          + ": "
                          + agent.role()
                          + " "
                          + failure.kind()
                          + ": "
                          + failure.message()));
    }
  }

  /** Less than was asked for is tried, taken, or was of no use. */
  void fallback(CellId cell, String decision) {
    print("warm-up of " + cell.displayName() + ": " + decision);
  }

  /** The session goes on. */
  void resumed(int runs, List<String> measuredAgain) {
    print("goes on: " + runs + (runs == 1 ? " run is" : " runs are") + " kept");
    measuredAgain.forEach(run -> print("    measured again: " + run));
  }

  /** A run was measured by an earlier process. */
  void kept(MeasuredRun measured) {
    done++;
    kept++;
    print(
        done
            + "/"
            + total
            + " "
            + measured.planned().displayName()
            + "  kept from "
            + measured.stored().startedAt().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A run begins: on a terminal its name stands there until it has ended. Nothing is written
   * meanwhile, as that would be measured too.
   */
  void begins(PlannedRun planned) {
    if (terminal.out()) {
      var left = done == kept ? Optional.<Duration>empty() : Optional.of(left(total - done));
      out.print(PREFIX + ProgressLine.begun(planned, done + 1, total, left) + "\r");
      out.flush();
    }
  }

  private Duration left(int runs) {
    return spent.dividedBy(done - kept).multipliedBy(runs);
  }

  void finished(MeasuredRun measured, Duration took) {
    done++;
    spent = spent.plus(took);
    print(
        ProgressLine.of(
            measured.planned(),
            measured.metrics(),
            measured.status(),
            done,
            total,
            left(total - done)));
  }

  /** What could not be written when it was measured is on disk now. */
  void writtenAtLast(RunId run) {
    print(run + "  is recorded now; it could not be written when it was measured");
  }

  /** What was measured last is lost with this process. */
  void notRecorded(RunId run, String session, RuntimeException because) {
    print(
        "not recorded: "
            + run
            + ": "
            + because.getMessage()
            + "; then give the same settings again with -D"
            + Property.SESSION.key()
            + "="
            + session
            + ", the runs that are recorded are kept");
  }

  void again(PlannedRun planned, List<String> because) {
    print(planned.displayName() + " again: " + String.join(", ", because) + " lies far off");
  }

  /** One of the optional runs is left out. */
  void notNeeded() {
    total--;
  }

  void judged(CellVerdict verdict) {
    print(verdict.cell().id().displayName() + " · verdict  " + verdict.outcome() + suffix(verdict));
  }

  void compared(RegressionVerdict verdict) {
    print(
        "compared with session "
            + verdict.there().name()
            + "  "
            + verdict.outcome()
            + (verdict.outcome() == Outcome.FAIL && !verdict.enforced()
                ? " (not enforced, see tr116.slo.enforce): "
                : ": ")
            + verdict.counts());
    for (var regression : verdict.changed(Change.REGRESSED)) {
      print(
          "    "
              + regression.cell().displayName()
              + ": "
              + regression.metric().title()
              + " "
              + regression.why());
    }
  }

  void checked(Checklist checklist) {
    print("checklist: " + checklist.counts());
    for (var item : checklist.in(ChecklistItem.State.FAIL)) {
      print("    " + item.id() + " " + item.title() + ": " + item.why());
    }
  }

  void closed(List<CellVerdict> verdicts, Session session) {
    out.println();
    ClosingTable.of(verdicts, session.backend()).lines().forEach(this::print);
    print("results: " + session.directory());
  }

  /** A page of the session is there. */
  void page(Path page) {
    print("page: " + page);
  }

  /** A page could not be made; everything it is made of is on disk. */
  void noPage(String name, RuntimeException because) {
    print(
        name
            + " could not be made, nothing that was measured is lost: "
            + because
            + "; the command report makes it anew");
  }

  /** A run was planned and not measured because something before it broke. */
  void notMeasured(List<PlannedRun> runs) {
    if (!runs.isEmpty()) {
      print(runs.size() + " of " + total + " planned runs were not measured");
    }
  }

  /** The session was told to end. */
  void interrupted(String session) {
    print(
        "interrupted: what was measured is kept; to go on, give the same settings again with -D"
            + Property.SESSION.key()
            + "="
            + session);
  }

  private static String suffix(CellVerdict verdict) {
    return verdict.outcome() != Outcome.FAIL || verdict.enforced()
        ? ""
        : " (not enforced, see tr116.slo.enforce)";
  }

  private void print(String line) {
    // What began there may be longer than the line that replaces it.
    var clear = terminal.out() ? "\033[K" : "";
    var text = PREFIX + ConsoleText.line(line);
    out.println(clear + (terminal.colour() ? VerdictPaint.of(text) : text));
  }

  /** A line outside a session. */
  static void print(PrintStream out, String line) {
    out.println(PREFIX + ConsoleText.line(line));
  }
}
