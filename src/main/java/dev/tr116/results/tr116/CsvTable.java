package dev.tr116.results.tr116;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table of comma-separated values with a line of column names (RFC 4180).
 *
 * @param source where it came from, for messages
 * @param columns their names, in order
 * @param rows every record after the names
 */
public record CsvTable(String source, List<String> columns, List<Row> rows) {
  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One record.
   *
   * @param place the table and the number of the record, for messages
   * @param values by column
   */
  public record Row(String place, Map<String, String> values) {
    public Row {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text of a field, empty where the table has no such column. */
    public String text(String column) {
      return values.getOrDefault(column, "").strip();
    }

    /**
     * The number of a field; empty for an empty field, {@code nan}, {@code N/A} and an absent
     * column.
     *
     * @throws ImportException when it is something else
     */
    public OptionalDouble number(String column) {
      var text = text(column);
      if (text.isEmpty() || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("n/a")) {
        return OptionalDouble.empty();
      }
      try {
        var value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return OptionalDouble.of(value);
        }
      } catch (NumberFormatException notANumber) {
        // Told below, with where it stands.
      }
      throw new ImportException(
          place,
          "column %s holds '%s'; write a number, or leave it empty when it was not measured"
              .formatted(column, text));
    }
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws ImportException when it cannot be read as a table
   */
  public static CsvTable read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new ImportException(
          file.toString(), "cannot be read as UTF-8 text (%s)".formatted(unreadable));
    }
  }

  /**
   * Reads a text.
   *
   * @throws ImportException when it is no table
   */
  public static CsvTable parse(String source, String text) {
    List<List<String>> records;
    try {
      records = Csv.parse(text);
    } catch (IllegalArgumentException broken) {
      throw new ImportException(source, broken.getMessage());
    }
    if (records.isEmpty()) {
      throw new ImportException(source, "is empty; the first line names the columns");
    }
    var columns = records.getFirst().stream().map(String::strip).toList();
    var rows = new ArrayList<Row>();
    for (var i = 1; i < records.size(); i++) {
      rows.add(row(source, i, columns, records.get(i)));
    }
    return new CsvTable(source, columns, rows);
  }

  /**
   * This table, if it has these columns.
   *
   * @throws ImportException that names those it lacks
   */
  public CsvTable require(String... needed) {
    var missing = Arrays.stream(needed).filter(name -> !columns.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new ImportException(
          source,
          "lacks the column%s %s; it has %s"
              .formatted(
                  missing.size() > 1 ? "s" : "",
                  String.join(", ", missing),
                  String.join(", ", columns)));
    }
    return this;
  }

  private static Row row(String source, int number, List<String> columns, List<String> fields) {
    var place = source + ", row " + number;
    if (fields.size() != columns.size()) {
      throw new ImportException(
          place, "has %d fields under %d columns".formatted(fields.size(), columns.size()));
    }
    var values = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), fields.get(i));
    }
    return new Row(place, values);
  }
}
