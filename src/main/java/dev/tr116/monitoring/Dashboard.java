package dev.tr116.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Grafana dashboard of the watched figures, with the limits drawn. */
public final class Dashboard {
  private static final List<String> CHOICES = List.of("model", "runtime", "scenario", "weights");
  private static final int SCHEMA = 39;
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;
  private static final int COLUMNS = 2;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<SloMetric, SloLimit> limits;

  private Dashboard(Map<SloMetric, SloLimit> limits) {
    this.limits = limits;
  }

  /**
   * The text of the file (JSON).
   *
   * @param limits of the objectives in force
   */
  public static String of(Map<SloMetric, SloLimit> limits) {
    return new Dashboard(limits).write();
  }

  private String write() {
    var board = json.createObjectNode();
    board.put("title", "tr116: concurrent LLM agents");
    board.put("uid", "tr116");
    board.put("schemaVersion", SCHEMA);
    board.put("editable", true);
    board.putObject("time").put("from", "now-30d").put("to", "now");
    var variables = board.putObject("templating").putArray("list");
    variables
        .addObject()
        .put("name", "datasource")
        .put("label", "data source")
        .put("type", "datasource")
        .put("query", "prometheus");
    CHOICES.forEach(label -> choice(variables, label));
    var panels = board.putArray("panels");
    Arrays.stream(Gauge.values()).forEach(gauge -> panel(panels, gauge));
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(board) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a tree in memory cannot be written", impossible);
    }
  }

  private void choice(ArrayNode variables, String label) {
    var variable =
        variables
            .addObject()
            .put("name", label)
            .put("type", "query")
            .put("query", "label_values(tr116_runs_measured, " + label + ")")
            .put("refresh", 2)
            .put("multi", true)
            .put("includeAll", true);
    variable.set("datasource", source());
    variable.putObject("current").put("text", "All").put("value", "$__all");
  }

  private void panel(ArrayNode panels, Gauge gauge) {
    var place = panels.size();
    var panel = panels.addObject();
    panel.put("id", place + 1);
    panel.put("type", "timeseries");
    panel.put("title", gauge.metricName());
    panel.put("description", gauge.help());
    panel.set("datasource", source());
    panel
        .putObject("gridPos")
        .put("w", WIDTH)
        .put("h", HEIGHT)
        .put("x", place % COLUMNS * WIDTH)
        .put("y", place / COLUMNS * HEIGHT);
    panel
        .putArray("targets")
        .addObject()
        .put("refId", "A")
        .put("expr", gauge.metricName() + selector())
        .put("legendFormat", "{{model}} {{scenario}} {{runtime}} ({{weights}})")
        .set("datasource", source());
    var defaults = panel.putObject("fieldConfig").putObject("defaults");
    defaults.put("unit", gauge.grafanaUnit());
    thresholds(defaults, gauge);
    panel.putObject("options").putObject("legend").put("displayMode", "table");
  }

  private void thresholds(ObjectNode defaults, Gauge gauge) {
    var limit = gauge.objective().map(limits::get);
    if (limit.isEmpty()) {
      return;
    }
    defaults.putObject("custom").putObject("thresholdsStyle").put("mode", "line");
    var steps = defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
    var higher = gauge.objective().orElseThrow().better() == Better.HIGHER;
    steps.addObject().put("color", higher ? "red" : "green").putNull("value");
    step(steps, "orange", gauge.limit(higher ? limit.get().alert() : limit.get().target()));
    step(
        steps,
        higher ? "green" : "red",
        gauge.limit(higher ? limit.get().target() : limit.get().alert()));
  }

  private static void step(ArrayNode steps, String color, String value) {
    steps.addObject().put("color", color).put("value", Double.parseDouble(value));
  }

  private static String selector() {
    return CHOICES.stream()
        .map(label -> label + "=~\"$" + label + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private ObjectNode source() {
    return json.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
  }
}
