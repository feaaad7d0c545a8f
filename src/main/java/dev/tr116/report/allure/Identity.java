package dev.tr116.report.allure;

import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.report.ServerName;
import dev.tr116.trace.AgentRun;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who a test is, for Allure. JUnit's own ids count invocations, so with them the history of one
 * model becomes another's as soon as the matrix changes; this one says what was measured.
 *
 * @param name what people read
 * @param key stable whatever else is in the matrix
 * @param cell what was measured
 * @param parameters shown with the test; not part of its identity
 * @param tags added to the test's own
 */
record Identity(
    String name, String key, CellId cell, Map<String, String> parameters, List<String> tags) {
  /** The label that marks a test as ours; its value is the key. */
  static final String KEY_LABEL = "tr116.key";

  static final Set<String> REPLACED_LABELS =
      Set.of(
          ResultsUtils.PARENT_SUITE_LABEL_NAME,
          ResultsUtils.SUITE_LABEL_NAME,
          ResultsUtils.SUB_SUITE_LABEL_NAME,
          ResultsUtils.EPIC_LABEL_NAME,
          ResultsUtils.FEATURE_LABEL_NAME,
          ResultsUtils.STORY_LABEL_NAME,
          ResultsUtils.PACKAGE_LABEL_NAME,
          "model",
          "scenario",
          "runtime",
          KEY_LABEL);

  static Identity of(PlannedRun run) {
    var parameters = parameters(run.id().cell());
    parameters.put("run", String.valueOf(run.id().number()));
    run.scenario().agents().forEach(agent -> parameters.putAll(options(agent)));
    return new Identity(run.displayName(), run.id().key(), run.id().cell(), parameters, List.of());
  }

  static Identity of(CellId cell) {
    var parameters = parameters(cell);
    parameters.put("options", cell.options());
    return new Identity(
        cell.displayName() + " · verdict", cell.key() + "/verdict", cell, parameters, List.of());
  }

  Identity with(BackendDescription backend) {
    return new Identity(name, key, cell, parameters, Tags.of(backend));
  }

  Identity with(List<AgentRun> agents) {
    var more = new LinkedHashMap<>(parameters);
    agents.forEach(a -> more.put(a.role() + ".endpoint", ServerName.full(a.endpoint())));
    return new Identity(name, key, cell, more, tags);
  }

  void applyTo(TestResult result) {
    result
        .setName(name)
        .setFullName(key)
        .setTestCaseName(name)
        .setTestCaseId(ResultsUtils.md5(key))
        .setHistoryId(ResultsUtils.md5(key))
        .setTitlePath(suites());
    result.setParameters(new ArrayList<>(runParameters()));
    var labels = new ArrayList<>(result.getLabels());
    labels.removeIf(label -> REPLACED_LABELS.contains(label.getName()));
    labels.addAll(labels());
    result.setLabels(labels);
    Tags.add(tags, result);
  }

  private List<RunParameter> runParameters() {
    return parameters.entrySet().stream()
        .map(entry -> new RunParameter(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Label> labels() {
    return List.of(
        ResultsUtils.createParentSuiteLabel(suite()),
        ResultsUtils.createSuiteLabel(cell.model().displayName()),
        ResultsUtils.createSubSuiteLabel(scenario()),
        ResultsUtils.createEpicLabel(cell.model().displayName()),
        ResultsUtils.createFeatureLabel(cell.shortName()),
        ResultsUtils.createStoryLabel(cell.runtime()),
        ResultsUtils.createPackageLabel(
            Packages.path(cell.runtime(), suite(), cell.model().displayName(), cell.shortName())),
        ResultsUtils.createLabel("model", cell.model().tag()),
        ResultsUtils.createLabel("scenario", cell.scenario()),
        ResultsUtils.createLabel("runtime", cell.runtime()),
        ResultsUtils.createLabel(KEY_LABEL, key));
  }

  /** Its place in the tree of suites. */
  List<String> suites() {
    return List.of(suite(), cell.model().displayName(), scenario());
  }

  /** The last level of the suites, which have no other place for the runtime. */
  private String scenario() {
    return cell.runtime().equals("structured")
        ? cell.shortName()
        : cell.shortName() + " · " + cell.runtime();
  }

  private String suite() {
    return switch (cell.suite()) {
      case "multi" -> "multi-agent";
      case "single" -> "single-agent";
      default -> cell.suite();
    };
  }

  private static Map<String, String> parameters(CellId cell) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("model", cell.model().tag());
    parameters.put("scenario", cell.scenario());
    parameters.put("runtime", cell.runtime());
    return parameters;
  }

  private static Map<String, String> options(AgentPlan agent) {
    var options = new LinkedHashMap<String, String>();
    var values = agent.options().values();
    values.forEach((name, value) -> options.put(agent.role() + "." + name, value.toString()));
    if (values.isEmpty()) {
      options.put(agent.role() + ".options", agent.options().toString());
    }
    return options;
  }
}
