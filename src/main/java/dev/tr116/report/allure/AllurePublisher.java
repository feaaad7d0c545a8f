package dev.tr116.report.allure;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.Timeline;
import io.qameta.allure.Allure;
import io.qameta.allure.model.TestResult;
import java.util.Map;
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
    update(Identity::ofComparison);
  }

  @Override
  public void identifyChecklist() {
    update(Identity::ofChecklist);
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

  @Override
  public void publish(SessionReport report) {
    ResultsDirectory.current().write(report);
  }

  private static void describe(RunReport report, TestResult result) {
    var run = report.run();
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.of(report.planned()).with(run.backend()).with(run.agents()).applyTo(result);
    result.setDescription(Description.of(run));
    for (var agent : run.agents()) {
      var figures = report.figures().getOrDefault(agent.role(), Map.of());
      result.getSteps().add(new AgentStep(run, files).of(agent, figures));
    }
    result.getAttachments().add(files.write(timeline(report)));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
  }

  private static void describe(CellReport report, TestResult result) {
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.of(report.cell()).with(report.backend()).applyTo(result);
    result.setDescription(Description.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
  }

  private static void describe(ComparisonReport report, TestResult result) {
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.ofComparison(result);
    Identity.tag(report.backend(), result);
    result.setDescription(Description.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
  }

  private static void describe(ChecklistReport report, TestResult result) {
    var files = new AttachmentFiles(Allure.getLifecycle());
    Identity.ofChecklist(result);
    Identity.tag(report.backend(), result);
    result.setDescription(Description.of(report));
    report.attachments().forEach(file -> result.getAttachments().add(files.write(file)));
  }

  private static Attachment timeline(RunReport report) {
    return Attachment.of("timeline.svg", "image/svg+xml", Timeline.svg(report.run()));
  }

  private static void update(Consumer<TestResult> change) {
    var lifecycle = Allure.getLifecycle();
    lifecycle.getCurrentTestCase().ifPresent(id -> lifecycle.updateTestCase(id, change));
  }
}
