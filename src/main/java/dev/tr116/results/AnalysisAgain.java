package dev.tr116.results;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the table of a session again from nothing but its records, and compares the bytes. Columns
 * that no field of the records carries are taken as they are, and named.
 */
final class AnalysisAgain {
  private AnalysisAgain() {}

  static ChecklistAnswer of(SessionEvidence evidence, Path file) {
    try {
      var written = Files.readString(file, StandardCharsets.UTF_8);
      var table = rows(written);
      var header = table.removeFirst();
      var runs = List.copyOf(evidence.records().values());
      if (runs.size() != table.size()) {
        return ChecklistAnswer.fail(
            "it has " + table.size() + " rows for " + runs.size() + " records; end the session");
      }
      // A role or a stage that other runs have is empty in a run that lacks it.
      var known =
          header.stream()
              .filter(name -> runs.stream().anyMatch(run -> RecordColumn.of(run, name).isPresent()))
              .collect(Collectors.toSet());
      var unknown = new LinkedHashSet<String>();
      var again = new StringBuilder().append(String.join(",", header)).append("\r\n");
      for (var row = 0; row < runs.size(); row++) {
        var run = runs.get(row);
        var fields = new ArrayList<String>();
        for (var column = 0; column < header.size(); column++) {
          var name = header.get(column);
          var value = ofTheSession(evidence, name).or(() -> RecordColumn.of(run, name));
          if (value.isEmpty() && known.contains(name)) {
            value = Optional.of("");
          } else if (value.isEmpty()) {
            unknown.add(name);
          }
          fields.add(AnalysisCsv.quoted(value.orElse(cell(table.get(row), column))));
        }
        again.append(String.join(",", fields)).append("\r\n");
      }
      return again.toString().equals(written)
          ? ChecklistAnswer.pass(
              runs.size()
                  + " rows"
                  + (unknown.isEmpty()
                      ? ""
                      : "; not in the records: " + String.join(", ", unknown)))
          : ChecklistAnswer.fail("the records give other figures; make the table again");
    } catch (IOException broken) {
      return ChecklistAnswer.fail("analysis.csv cannot be read: " + broken.getMessage());
    }
  }

  /** Records of a session that was joined name the part that measured them. */
  private static Optional<String> ofTheSession(SessionEvidence evidence, String column) {
    return switch (column) {
      case "session" -> Optional.of(evidence.session().text("session"));
      case "backend" ->
          Optional.of(BackendJson.read(evidence.session().object("backend")).phrase());
      default -> Optional.empty();
    };
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static List<List<String>> rows(String text) throws IOException {
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(text)) {
      return rows.readAll();
    }
  }
}
