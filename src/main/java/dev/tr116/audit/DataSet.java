package dev.tr116.audit;

import java.util.List;
import java.util.Map;

/**
 * Tables of observations.
 *
 * @param description what they are, for people
 * @param tables by name
 */
public record DataSet(String description, Map<String, List<DataRow>> tables) {
  /** One row a dual run. */
  public static final String RUNS = "runs";

  /** One row a single-agent configuration. */
  public static final String SINGLE = "single";

  /** One row a single-agent run. */
  public static final String SINGLE_RUNS = "single_runs";

  /**
   * A metric's name with this suffix is the same metric without calls whose final metrics are
   * missing.
   */
  public static final String WHOLE_ONLY = "_whole_only";

  public DataSet {
    tables = Map.copyOf(tables);
  }

  /** The rows of a table, none when there is no such table. */
  List<DataRow> rows(String table, Filter filter) {
    return tables.getOrDefault(table, List.of()).stream().filter(filter::takes).toList();
  }
}
