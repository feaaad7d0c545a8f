package dev.tr116.junit;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.BaselineNotes;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.LossBar;
import dev.tr116.report.allure.AllureReport;
import dev.tr116.report.allure.Attachment;
import dev.tr116.report.allure.CellReport;
import dev.tr116.report.allure.ChecklistReport;
import dev.tr116.report.allure.ComparisonReport;
import dev.tr116.report.allure.RunReport;
import dev.tr116.report.allure.SessionReport;
import dev.tr116.results.Session;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.slo.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands what a session measured to the report. */
final class SessionReporter {
  private final AllureReport allure = AllureReport.connect();

  void identify(PlannedRun planned) {
    allure.identify(planned);
  }

  void identifyComparison() {
    allure.identifyComparison();
  }

  void identifyChecklist() {
    allure.identifyChecklist();
  }

  void identify(CellId cell) {
    allure.identify(cell);
  }

  void publish(MeasuredRun measured) {
    var figures = new LinkedHashMap<AgentRole, Map<String, String>>();
    measured.metrics().agents().forEach(agent -> figures.put(agent.role(), figures(agent)));
    allure.publish(
        new RunReport(
            measured.planned(),
            measured.run(),
            figures,
            withLossBar(
                measured.run().id().cell(),
                () -> LossBar.svg(measured.metrics(), measured.run().backend()),
                Attachment.of(
                    "metrics.json", "application/json", read(measured.stored().record())))));
  }

  void publish(CellVerdict verdict, Path summary) {
    allure.publish(
        new CellReport(
            verdict.cell().id(),
            verdict.backend(),
            words(verdict),
            withLossBar(
                verdict.cell().id(),
                () -> LossBar.svg(verdict.cell(), verdict.backend()),
                Attachment.of("summary.md", "text/plain", read(summary)))));
  }

  void publish(RegressionVerdict verdict) {
    var table = verdict.here().folder().resolve("comparison.md");
    allure.publish(
        new ComparisonReport(
            verdict.backend(),
            verdict.message(),
            List.of(Attachment.of("comparison.md", "text/plain", read(table)))));
  }

  void publish(Checklist checklist) {
    allure.publish(
        new ChecklistReport(
            checklist.backend(),
            checklist.message(),
            Stream.of("checklist.md", "summary.md")
                .map(
                    name ->
                        Attachment.of(name, "text/plain", read(checklist.folder().resolve(name))))
                .toList()));
  }

  void publish(Session session) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("Backend", session.backend().phrase());
    environment.put(
        "Models",
        session.settings().models().stream()
            .map(model -> model.tag())
            .collect(Collectors.joining(", ")));
    environment.put("Session", session.name());
    environment.put("JDK", session.environment().jdk());
    environment.put("OS", session.environment().os());
    environment.put("CPU", session.environment().cpu() + " x " + session.environment().cores());
    environment.put(
        "GPU",
        session.environment().gpu().isEmpty()
            ? "none seen"
            : String.join("; ", session.environment().gpu()));
    session.environment().git().ifPresent(commit -> environment.put("Commit", commit));
    allure.publish(
        new SessionReport(
            environment, "mvn verify", "maven", session.name(), "tr116: concurrent LLM agents"));
  }

  private static String words(CellVerdict verdict) {
    var lines =
        verdict.verdicts().stream().map(SessionReporter::line).collect(Collectors.joining("\n"));
    return verdict.outcome()
        + (verdict.enforced() ? "" : " (not enforced on " + verdict.backend().phrase() + ")")
        + "\n"
        + lines
        + BaselineNotes.of(verdict.cell().runs()).stream()
            .map(note -> "\n" + note)
            .collect(Collectors.joining());
  }

  /** Agents one after the other lose no time to each other. */
  private static List<Attachment> withLossBar(CellId cell, Supplier<String> svg, Attachment other) {
    return cell.isSideBySide()
        ? List.of(Attachment.of("loss.svg", "image/svg+xml", svg.get()), other)
        : List.of(other);
  }

  private static String line(Verdict verdict) {
    return verdict.outcome()
        + (verdict.warning() ? " with a warning: " : ": ")
        + verdict.metric().metricName()
        + " "
        + verdict.why();
  }

  private static Map<String, String> figures(AgentMetrics agent) {
    var figures = new LinkedHashMap<String, String>();
    put(figures, "wall_ms", agent.wall());
    put(figures, "ttft_ms", agent.ttft());
    put(figures, "decode_rate_tok_s", agent.decodeRate());
    put(figures, "throughput_tok_s", agent.throughput());
    put(figures, "load_ms", agent.load());
    put(figures, "slowdown", agent.slowdown());
    put(figures, "slowdown_levelled", agent.slowdownLevelled());
    return figures;
  }

  private static void put(Map<String, String> figures, String name, OptionalDouble value) {
    if (value.isPresent()) {
      figures.put(name, String.format(Locale.ROOT, "%.2f", value.getAsDouble()));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
