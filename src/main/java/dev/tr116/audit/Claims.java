package dev.tr116.audit;

import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.ImportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tables of claims. */
public final class Claims {
  private Claims() {}

  /** The claims of TR116's polished report. */
  public static List<Claim> ofTheReport() {
    return shipped("claims-report.csv");
  }

  /** Every figure of the tables of TR116's edition with tables, at its own rounding. */
  public static List<Claim> ofTheTables() {
    return shipped("claims-tables.csv");
  }

  /**
   * Claims from a table with the columns id, place, text, table, metric, filter, against,
   * combination, each, statistic, fold, comparison, published and note.
   *
   * @throws ImportException when a column is missing or a field cannot be understood
   */
  public static List<Claim> of(CsvTable table) {
    table.require(
        "id",
        "place",
        "text",
        "table",
        "metric",
        "filter",
        "against",
        "combination",
        "each",
        "statistic",
        "fold",
        "comparison",
        "published",
        "note");
    return table.rows().stream().map(Claims::claim).toList();
  }

  private static Claim claim(CsvTable.Row row) {
    try {
      var claim =
          new Claim(
              row.text("id"),
              row.text("place"),
              row.text("text"),
              row.text("table"),
              row.text("metric"),
              Filter.parse(row.text("filter")),
              Filter.parse(row.text("against")),
              Combination.named(row.text("combination")),
              Arrays.stream(row.text("each").split("\\s+")).filter(key -> !key.isEmpty()).toList(),
              Statistic.named(row.text("statistic")),
              Fold.named(row.text("fold")),
              Comparison.named(row.text("comparison")),
              Published.parse(row.text("published")),
              row.text("note"));
      if (!claim.metric().isEmpty()) {
        claim.comparison().holds(Figure.exact(0), claim.published());
      }
      return claim;
    } catch (IllegalArgumentException misspelt) {
      throw new ImportException(
          row.place(),
          "is no claim (%s); statistic is one of %s, comparison of %s, combination of %s or empty,"
                  .formatted(
                      misspelt.getMessage(),
                      words(Statistic.values()),
                      words(Comparison.values()),
                      words(Combination.values()))
              + " fold of %s or empty, published a number or two as in 12..17"
                  .formatted(words(Fold.values())));
    }
  }

  private static String words(Enum<?>[] constants) {
    return Arrays.toString(constants).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Claim> shipped(String name) {
    var folder = "/dev/tr116/reference/tr116/";
    try (var stream = Claims.class.getResourceAsStream(folder + name)) {
      if (stream == null) {
        throw new IllegalStateException(folder + name + " is missing from the jar");
      }
      return of(CsvTable.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException broken) {
      throw new UncheckedIOException(folder + name + " cannot be read", broken);
    }
  }
}
