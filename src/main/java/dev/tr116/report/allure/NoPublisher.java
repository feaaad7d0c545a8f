package dev.tr116.report.allure;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;

/** Allure is absent: nobody listens. */
final class NoPublisher implements Publisher {
  @Override
  public boolean isAvailable() {
    return false;
  }

  @Override
  public void identify(PlannedRun run) {}

  @Override
  public void identify(CellId cell) {}

  @Override
  public void identifyComparison() {}

  @Override
  public void identifyChecklist() {}

  @Override
  public void publish(RunReport report) {}

  @Override
  public void publish(CellReport report) {}

  @Override
  public void publish(ComparisonReport report) {}

  @Override
  public void publish(ChecklistReport report) {}

  @Override
  public void publish(SummaryReport report) {}

  @Override
  public void publish(SessionReport report) {}
}
