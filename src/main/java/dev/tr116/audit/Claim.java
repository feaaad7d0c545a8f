package dev.tr116.audit;

import java.util.List;

/**
 * One checkable sentence or figure of a report.
 *
 * @param id short and unique in its table
 * @param place where the report says it
 * @param text what it says, in few words
 * @param table which table of the data, e.g. {@code runs}
 * @param metric which column of it; empty when no data can tell
 * @param filter which rows
 * @param against which rows they are held against; used by a combination
 * @param combination what is made of both
 * @param each keys that split the rows into groups; none: all rows are one group
 * @param statistic what is made of a group
 * @param fold what is made of the groups
 * @param comparison how the published figure is meant
 * @param published the figure as printed
 * @param note why it differs, or why no data can tell
 */
public record Claim(
    String id,
    String place,
    String text,
    String table,
    String metric,
    Filter filter,
    Filter against,
    Combination combination,
    List<String> each,
    Statistic statistic,
    Fold fold,
    Comparison comparison,
    Published published,
    String note) {
  public Claim {
    each = List.copyOf(each);
  }
}
