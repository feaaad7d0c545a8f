package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.List;

/** The tags of a test: on what it was measured. */
final class Tags {
  private Tags() {}

  /** E.g. {@code embedded} and {@code stand-in}; a schedule has no weights to tell. */
  static List<String> of(BackendDescription backend) {
    return backend.weights().equals(BackendDescription.NO_WEIGHTS)
        ? List.of(backend.kind())
        : List.of(backend.kind(), backend.weights());
  }

  /** Adds those that the test does not have yet. */
  static void add(List<String> tags, TestResult result) {
    var labels = new ArrayList<>(result.getLabels());
    tags.stream()
        .map(ResultsUtils::createTagLabel)
        .filter(tag -> !labels.contains(tag))
        .forEach(labels::add);
    result.setLabels(labels);
  }
}
