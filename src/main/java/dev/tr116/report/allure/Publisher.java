package dev.tr116.report.allure;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;

/** Where reports go. Names no type of Allure, so it loads without it. */
sealed interface Publisher permits AllurePublisher, NoPublisher {
  boolean isAvailable();

  void identify(PlannedRun run);

  void identify(CellId cell);

  void identifyComparison();

  void identifyChecklist();

  void publish(RunReport report);

  void publish(CellReport report);

  void publish(ComparisonReport report);

  void publish(ChecklistReport report);

  void publish(SummaryReport report);

  void publish(SessionReport report);
}
