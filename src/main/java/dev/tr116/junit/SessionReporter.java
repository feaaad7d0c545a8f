package dev.tr116.junit;

import dev.tr116.metrics.BaselineNotes;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.LossBar;
import dev.tr116.report.allure.AllureReport;
import dev.tr116.report.allure.Attachment;
import dev.tr116.report.allure.CellReport;
import dev.tr116.report.allure.ChecklistReport;
import dev.tr116.report.allure.ComparisonReport;
import dev.tr116.report.allure.FileLink;
import dev.tr116.report.allure.RunReport;
import dev.tr116.report.allure.SessionReport;
import dev.tr116.report.allure.SummaryReport;
import dev.tr116.results.Session;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.RegressionVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands what a session measured to the report. */
final class SessionReporter {
  private static final Pattern READABLE =
      Pattern.compile("[^.].*\\.(html|md|csv|json|jsonl|svg|gz)");

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

  /** Hands over a run of the session in a folder. */
  void publish(MeasuredRun measured, Path session) {
    var record = measured.stored().record();
    allure.publish(
        new RunReport(
            measured.planned(),
            measured.run(),
            measured.metrics(),
            session,
            withLossBar(
                measured.run().id().cell(),
                () -> LossBar.svg(measured.metrics(), measured.run().backend()),
                Attachment.of("metrics.json", "application/json", read(record))),
            filesIn(record.resolveSibling("."))));
  }

  /** Hands over a verdict of the session in a folder. */
  void publish(CellVerdict verdict, Path session, Path summary) {
    allure.publish(
        new CellReport(
            verdict,
            BaselineNotes.of(verdict.cell().runs()),
            session,
            List.of(Attachment.of("summary.md", "text/plain", read(summary))),
            filesIn(summary.resolveSibling("."))));
  }

  void publish(RegressionVerdict verdict) {
    var folder = verdict.here().folder();
    var table = folder.resolve("comparison.md");
    allure.publish(
        new ComparisonReport(
            verdict.backend(),
            verdict.message(),
            folder,
            List.of(Attachment.of("comparison.md", "text/plain", read(table))),
            List.of(FileLink.of(table))));
  }

  void publish(Checklist checklist) {
    var files = Stream.of("checklist.md", "summary.md").map(checklist.folder()::resolve).toList();
    allure.publish(
        new ChecklistReport(
            checklist.backend(),
            checklist.message(),
            checklist.folder(),
            files.stream()
                .map(
                    file ->
                        Attachment.of(String.valueOf(file.getFileName()), "text/plain", read(file)))
                .toList(),
            files.stream().map(FileLink::of).toList()));
  }

  /** Hands over the session as a whole, once everything else of it is written. */
  void publish(
      Session session,
      List<CellVerdict> verdicts,
      int notMeasured,
      Optional<RegressionVerdict> comparison) {
    allure.publish(
        new SummaryReport(
            session, verdicts, notMeasured, comparison, filesIn(session.directory())));
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
    environment.put("Transport", session.settings().transports());
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

  /** Agents one after the other lose no time to each other. */
  private static List<Attachment> withLossBar(CellId cell, Supplier<String> svg, Attachment other) {
    return cell.isSideBySide()
        ? List.of(Attachment.of("loss.svg", "image/svg+xml", svg.get()), other)
        : List.of(other);
  }

  /** What people may want to open, by name. */
  private static List<FileLink> filesIn(Path folder) {
    try (var files = Files.list(folder.normalize())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> READABLE.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .map(FileLink::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list " + folder, unreadable);
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
