package dev.tr116.audit;

import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.Tr116Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data sets of figures as a document prints them: rounded. */
public final class PrintedData {
  private static final Set<String> KEYS =
      Set.of("runtime", "model", "scenario", "run", "gpu_layers", "ctx");

  private PrintedData() {}

  /** TR116 as it ships with this project. */
  public static DataSet ofTr116() {
    return new DataSet(
        "the figures of TR116 as printed",
        Map.of(
            DataSet.RUNS, rows(Tr116Reference.runsTable()),
            DataSet.SINGLE, rows(Tr116Reference.singleConfigurationsTable()),
            DataSet.SINGLE_RUNS, rows(Tr116Reference.singleRunsTable())));
  }

  private static List<DataRow> rows(CsvTable table) {
    return table.rows().stream().map(row -> row(table, row)).toList();
  }

  private static DataRow row(CsvTable table, CsvTable.Row row) {
    var keys = new LinkedHashMap<String, String>();
    var figures = new LinkedHashMap<String, Figure>();
    for (var column : table.columns()) {
      var text = row.text(column);
      if (KEYS.contains(column)) {
        keys.put(column, text);
      } else if (text.equals("true") || text.equals("false")) {
        figures.put(column, Figure.exact(text.equals("true") ? 1 : 0));
      } else if (row.number(column).isPresent()) {
        figures.put(column, Figure.printed(text));
      }
    }
    return new DataRow(keys, figures);
  }
}
