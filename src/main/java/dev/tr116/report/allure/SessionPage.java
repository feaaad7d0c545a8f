package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of the report about the session as a whole; its history is that of all sessions. */
enum SessionPage {
  /** What was measured, in one table. */
  SUMMARY,
  /** The session against an earlier one. */
  REGRESSION,
  /** Whether the session's files are complete and sound. */
  CHECKLIST,
  /** That there is no session, and why. */
  START;

  private static final String SUITE = "about the session";

  /** Makes a test this page. */
  void applyTo(TestResult result) {
    var name = name().toLowerCase(Locale.ROOT);
    result
        .setName(name)
        .setFullName(name)
        .setTestCaseName(name)
        .setTestCaseId(ResultsUtils.md5(name))
        .setHistoryId(ResultsUtils.md5(name))
        .setTitlePath(List.of(SUITE))
        .setParameters(new ArrayList<>());
    var labels = new ArrayList<>(result.getLabels());
    labels.removeIf(label -> Identity.REPLACED_LABELS.contains(label.getName()));
    labels.add(ResultsUtils.createParentSuiteLabel(SUITE));
    labels.add(ResultsUtils.createEpicLabel(SUITE));
    labels.add(ResultsUtils.createFeatureLabel(name));
    labels.add(ResultsUtils.createPackageLabel(SUITE));
    labels.add(ResultsUtils.createLabel(Identity.KEY_LABEL, name));
    result.setLabels(labels);
  }

  /** The same, and on what was measured. */
  void applyTo(TestResult result, BackendDescription backend) {
    applyTo(result);
    Tags.add(Tags.of(backend), result);
  }
}
