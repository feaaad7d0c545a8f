package dev.tr116.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page on what TR116 measured and what it did not. */
public final class MeasuredPage {
  private static final String TEMPLATE = "measured-page.md";
  private static final String LOWEST = "true_speedup_decode";
  private static final String HIGHEST = "true_speedup_upper";

  private MeasuredPage() {}

  /**
   * The page, in Markdown.
   *
   * @param data TR116's runs and single-agent figures at full precision
   * @throws IllegalArgumentException when the data does not hold both
   */
  public static String of(DataSet data) {
    var runs = data.rows(DataSet.RUNS, Filter.parse(""));
    if (runs.size() != 60 || Statistic.COUNT.of(runs, LOWEST).orElseThrow().value() == 0) {
      throw new IllegalArgumentException(
          "the page needs all 60 dual runs with their wall times and tokens and the single-agent"
              + " runs beside them; give --data the folder that holds them");
    }
    var findings = Audit.of(Claims.ofTheReport(), data);
    var page = template();
    for (var slot : slots(data, runs, findings).entrySet()) {
      page = page.replace("{{" + slot.getKey() + "}}", slot.getValue());
    }
    return page;
  }

  private static Map<String, String> slots(
      DataSet data, List<DataRow> runs, List<Finding> findings) {
    var rust = data.rows(DataSet.RUNS, Filter.parse("runtime=rust"));
    var python = data.rows(DataSet.RUNS, Filter.parse("runtime=python"));
    var gemma =
        data.rows(DataSet.RUNS, Filter.parse("runtime=rust model=gemma3 scenario=chimera-homo"));
    var qwen = data.rows(DataSet.RUNS, Filter.parse("runtime=rust model=qwen2.5"));
    var slots = new LinkedHashMap<String, String>();
    slots.put("counts", AuditMarkdown.counts(findings));
    slots.put("table", ConfigurationTable.of(data, PrintedData.ofTr116()));
    slots.put("told", text(Statistic.COUNT, runs, LOWEST, 0));
    slots.put("decodeLow", text(Statistic.MIN, runs, LOWEST, 2));
    slots.put("decodeHigh", text(Statistic.MAX, runs, LOWEST, 2));
    slots.put(
        "above",
        Long.toString(
            runs.stream()
                .flatMap(row -> row.figure(HIGHEST).stream())
                .filter(figure -> figure.value() > 1)
                .count()));
    slots.put("gemmaDecode", text(Statistic.MEAN, gemma, LOWEST, 2));
    slots.put("gemmaUpper", text(Statistic.MEAN, gemma, HIGHEST, 2));
    slots.put("rust", text(Statistic.MEAN, rust, "efficiency_rust_definition", 1));
    slots.put("python", text(Statistic.MEAN, python, "efficiency_python_definition", 1));
    slots.put("pythonByRust", text(Statistic.MEAN, python, "efficiency_rust_definition", 1));
    slots.put("rustByPython", text(Statistic.MEAN, rust, "efficiency_python_definition", 1));
    slots.put("rustWall", text(Statistic.MEAN, rust, "wall_s", 0));
    slots.put("pythonWall", text(Statistic.MEAN, python, "wall_s", 0));
    slots.put(
        "correlation",
        text(Statistic.CORRELATION, qwen, "throughput_delta_tok_s" + DataSet.WHOLE_ONLY, 2));
    slots.put("differing", AuditMarkdown.differing(findings));
    slots.put("incomplete", AuditMarkdown.incomplete(findings));
    slots.put("untold", AuditMarkdown.untold(findings));
    return slots;
  }

  private static String text(Statistic statistic, List<DataRow> rows, String metric, int decimals) {
    return Rounding.text(statistic.of(rows, metric).orElseThrow().value(), decimals);
  }

  private static String template() {
    try (var stream = MeasuredPage.class.getResourceAsStream(TEMPLATE)) {
      if (stream == null) {
        throw new IllegalStateException(TEMPLATE + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(TEMPLATE + " cannot be read", broken);
    }
  }
}
