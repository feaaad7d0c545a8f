package dev.tr116.report.allure;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.Timeline;
import io.qameta.allure.Allure;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes to Allure's current test case and to its results directory. */
final class AllurePublisher implements Publisher {
  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public void identify(PlannedRun run) {
    update(Identity.of(run)::applyTo);
  }

  @Override
  public void identify(CellId cell) {
    update(Identity.of(cell)::applyTo);
  }

  @Override
  public void identifyComparison() {
    update(SessionPage.REGRESSION::applyTo);
  }

  @Override
  public void identifyChecklist() {
    update(SessionPage.CHECKLIST::applyTo);
  }

  @Override
  public void publish(RunReport report) {
    update(result -> describe(report, result));
  }

  @Override
  public void publish(CellReport report) {
    update(result -> describe(report, result));
  }

  @Override
  public void publish(ComparisonReport report) {
    update(result -> describe(report, result));
  }

  @Override
  public void publish(ChecklistReport report) {
    update(result -> describe(report, result));
  }

  /** No test of JUnit stands for it: whoever measures anything has this page. */
  @Override
  public void publish(SummaryReport report) {
    var session = report.session();
    var result =
        new TestResult()
            .setUuid(UUID.randomUUID().toString())
            .setStatus(Status.PASSED)
            .setDescriptionHtml(SummaryPage.of(report))
            .setLinks(ReportPlace.beside(session.directory()).links(report.links()));
    SessionPage.SUMMARY.applyTo(result, session.backend());
    var lifecycle = Allure.getLifecycle();
    lifecycle.scheduleTestCase(result);
    lifecycle.startTestCase(result.getUuid());
    lifecycle.stopTestCase(result.getUuid());
    lifecycle.writeTestCase(result.getUuid());
  }

  @Override
  public void publish(SessionReport report) {
    ResultsDirectory.current().write(report);
  }

  private static void describe(RunReport report, TestResult result) {
    var run = report.run();
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.of(report.planned()).with(run.backend()).with(run.agents()).applyTo(result);
    result.setDescription(Description.of(run));
    result.getSteps().addAll(new RunSteps(run, report.metrics(), files).all());
    result.getAttachments().add(files.write(timeline(report)));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
    result.getLinks().addAll(ReportPlace.beside(report.session()).links(report.links()));
    ResultsDirectory.current().write(PerfFile.of(run, report.metrics()));
  }

  private static void describe(CellReport report, TestResult result) {
    var verdict = report.verdict();
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.of(verdict.cell().id()).with(verdict.backend()).applyTo(result);
    result.setDescriptionHtml(VerdictPage.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
    result.getLinks().addAll(ReportPlace.beside(report.session()).links(report.links()));
    ResultsDirectory.current().write(PerfFile.of(verdict, System.currentTimeMillis()));
  }

  private static void describe(ComparisonReport report, TestResult result) {
    var files = new AttachmentFiles(Allure.getLifecycle());
    SessionPage.REGRESSION.applyTo(result, report.backend());
    result.setDescription(Description.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
    result.getLinks().addAll(ReportPlace.beside(report.session()).links(report.links()));
  }

  private static void describe(ChecklistReport report, TestResult result) {
    var files = new AttachmentFiles(Allure.getLifecycle());
    SessionPage.CHECKLIST.applyTo(result, report.backend());
    result.setDescription(Description.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
    result.getLinks().addAll(ReportPlace.beside(report.session()).links(report.links()));
  }

  private static Attachment timeline(RunReport report) {
    return Attachment.of("timeline.svg", "image/svg+xml", Timeline.svg(report.run()));
  }

  private static void update(Consumer<TestResult> change) {
    var lifecycle = Allure.getLifecycle();
    lifecycle.getCurrentTestCase().ifPresent(id -> lifecycle.updateTestCase(id, change));
  }
}
