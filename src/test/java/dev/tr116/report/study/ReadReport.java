package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report read back: its lines and the tables below each heading. */
record ReadReport(
    Map<String, List<String>> sections, Map<String, List<Map<String, String>>> tables) {

  static ReadReport of(String markdown) {
    var sections = new LinkedHashMap<String, List<String>>();
    var current = sections.computeIfAbsent("", any -> new ArrayList<>());
    for (var line : markdown.lines().toList()) {
      if (line.startsWith("#")) {
        current = sections.computeIfAbsent(line, any -> new ArrayList<>());
      } else {
        current.add(line);
      }
    }
    var tables = new LinkedHashMap<String, List<Map<String, String>>>();
    sections.forEach((heading, lines) -> tables.put(heading, rowsOf(lines)));
    return new ReadReport(sections, tables);
  }

  /** The lines below the first heading that holds this, up to the next one. */
  List<String> lines(String heading) {
    return below(sections, heading);
  }

  /** Every row of the last table below a heading, by column name. */
  List<Map<String, String>> rows(String heading) {
    return below(tables, heading);
  }

  private static <T> T below(Map<String, T> sections, String heading) {
    return sections.entrySet().stream()
        .filter(section -> section.getKey().contains(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section " + heading))
        .getValue();
  }

  private static List<Map<String, String>> rowsOf(List<String> below) {
    var rows = new ArrayList<Map<String, String>>();
    List<String> columns = List.of();
    var before = "";
    for (var line : below) {
      if (line.startsWith("|---") || line.startsWith("| ---")) {
        columns = cells(before);
        rows.clear();
      } else if (line.startsWith("| ") && !columns.isEmpty()) {
        var row = new LinkedHashMap<String, String>();
        var cells = cells(line);
        for (var i = 0; i < Math.min(columns.size(), cells.size()); i++) {
          row.put(columns.get(i), cells.get(i));
        }
        rows.add(row);
      }
      before = line;
    }
    return rows;
  }

  /** The row whose first cells are these. */
  Map<String, String> row(String heading, String... keys) {
    return rows(heading).stream()
        .filter(row -> row.values().stream().limit(keys.length).toList().equals(List.of(keys)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(heading + " has no row " + Arrays.toString(keys)));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("(?<!\\\\)\\|")).skip(1).map(String::strip).toList();
  }
}
