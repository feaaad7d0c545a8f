package dev.tr116.report.page;

import dev.tr116.Traces;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.results.CellJudge;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.KeptFailure;
import dev.tr116.results.KeptRun;
import dev.tr116.results.MadeSession;
import dev.tr116.results.SessionNotes;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredRun;
import dev.tr116.results.StoredSession;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** A stored session under change, and the page it makes. */
final class Page {
  private StoredSession stored;

  private Page(StoredSession stored) {
    this.stored = stored;
  }

  /** A made session of one scenario and five runs, with more properties in turn. */
  static Page of(Path results, String... given) {
    return on(results, Traces.OLLAMA, Integer.MAX_VALUE, given);
  }

  static Page on(Path results, BackendDescription backend, int runs, String... given) {
    return new Page(StoredSession.read(MadeSession.write(results, "made", backend, runs, given)));
  }

  /** Every run becomes another. */
  Page runs(UnaryOperator<DualRun> change) {
    return blocks(
        block -> {
          var run = change.apply(block.run());
          var metrics = DualRunMetrics.of(run);
          var status = run.succeeded() && !metrics.isValid() ? RunStatus.INVALID : run.status();
          return new KeptBlock(
              run,
              new StoredRun(metrics, status, run.startedAt(), block.stored().record()),
              block.kept(),
              List.of());
        });
  }

  /** The same for every call of the agents side by side. */
  Page calls(UnaryOperator<CallTrace> change) {
    return runs(
        run ->
            new DualRun(
                run.id(),
                run.backend(),
                run.startedAt(),
                run.released(),
                run.ended(),
                run.agents().stream().map(agent -> with(agent, change)).toList(),
                run.solo(),
                run.status()));
  }

  /** The same for what the records tell. */
  Page kept(UnaryOperator<KeptRun> change) {
    return blocks(
        block ->
            new KeptBlock(
                block.run(), block.stored(), change.apply(block.kept()), block.rerunBecause()));
  }

  Page notes(SessionNotes notes) {
    stored =
        new StoredSession(
            stored.session(),
            stored.status(),
            stored.cells(),
            stored.missing(),
            stored.unreadable(),
            stored.failures(),
            notes);
    return this;
  }

  Page failures(KeptFailure... failures) {
    stored =
        new StoredSession(
            stored.session(),
            stored.status(),
            stored.cells(),
            stored.missing(),
            List.of("run_9/metrics.json is broken"),
            List.of(failures),
            stored.notes());
    return this;
  }

  /** Notes of a session to which nothing happened but these. */
  static SessionNotes notes(List<String> warnings, List<String> reloads, List<String> notSent) {
    return new SessionNotes(
        warnings,
        reloads,
        List.of(),
        List.of(),
        0,
        false,
        notSent,
        OptionalDouble.empty(),
        "selector",
        Optional.empty());
  }

  StoredSession stored() {
    return stored;
  }

  String html() {
    return SessionPage.of(stored, Optional.empty());
  }

  /** The part of the page below a heading. */
  String section(String id) {
    var html = html();
    var from = html.indexOf("<section id=\"" + id + "\"");
    return from < 0 ? "" : html.substring(from, html.indexOf("</section>", from));
  }

  private Page blocks(UnaryOperator<KeptBlock> change) {
    var judge = new CellJudge(stored.session().settings(), stored.session().backend());
    stored =
        new StoredSession(
            stored.session(),
            stored.status(),
            stored.cells().stream().map(cell -> changed(cell, change, judge)).toList(),
            stored.missing(),
            stored.unreadable(),
            stored.failures(),
            stored.notes());
    return this;
  }

  private static StoredCell changed(
      StoredCell cell, UnaryOperator<KeptBlock> change, CellJudge judge) {
    var runs = cell.runs().stream().map(change).toList();
    var metrics =
        new CellMetrics(cell.id(), runs.stream().map(run -> run.stored().metrics()).toList());
    return new StoredCell(
        cell.planned(),
        judge.verdict(metrics, runs.size(), id -> Path.of("metrics.json")),
        runs,
        List.of());
  }

  private static AgentRun with(AgentRun agent, UnaryOperator<CallTrace> change) {
    return new AgentRun(
        agent.role(),
        agent.endpoint(),
        agent.model(),
        agent.options(),
        agent.calls().stream().map(change).toList(),
        agent.own(),
        agent.started(),
        agent.ended());
  }
}
