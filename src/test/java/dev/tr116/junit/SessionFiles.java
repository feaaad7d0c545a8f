package dev.tr116.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a session that a test measured. */
record SessionFiles(Path folder) {
  /** Every record of a suite, in the order of their paths. */
  List<JsonNode> records(String suite) throws IOException {
    try (var files = Files.walk(folder.resolve(suite))) {
      var records = new ArrayList<JsonNode>();
      for (var file : files.filter(path -> path.endsWith("metrics.json")).sorted().toList()) {
        records.add(new JsonMapper().readTree(file.toFile()));
      }
      return records;
    }
  }

  JsonNode summary() throws IOException {
    return new JsonMapper().readTree(folder.resolve("summary.json").toFile());
  }

  String page() throws IOException {
    return Files.readString(folder.resolve("summary.md"));
  }

  /** The rows of {@code analysis.csv} by column; no field of these tests holds a comma. */
  List<Map<String, String>> table() throws IOException {
    var lines = Files.readAllLines(folder.resolve("analysis.csv"));
    var names = List.of(lines.getFirst().split(",", -1));
    return lines.stream().skip(1).map(line -> row(names, line)).toList();
  }

  private static Map<String, String> row(List<String> names, String line) {
    var row = new HashMap<String, String>();
    var fields = Arrays.asList(line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1));
    for (var i = 0; i < names.size(); i++) {
      row.put(names.get(i), fields.get(i));
    }
    return row;
  }
}
