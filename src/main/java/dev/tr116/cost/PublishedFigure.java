package dev.tr116.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure about costs as a report prints it, with the formula it must follow from.
 *
 * @param place where it stands, e.g. {@code 8.4}
 * @param what it says
 * @param published as printed, e.g. {@code $58k} or {@code Gemma + Rust}
 * @param formula in the words of {@link Formula}
 * @param kind what is to be said against it; empty where nothing is
 * @param why it differs, or what to know about it
 */
record PublishedFigure(
    String place,
    String what,
    String published,
    String formula,
    Optional<CheckedFigure.Kind> kind,
    String why) {
  private static final int FIELDS = 6;

  /** What TR116 prints. */
  static List<PublishedFigure> ofTr116() {
    var figures = new ArrayList<PublishedFigure>();
    CostInputs.resource("tr116-figures.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" *\\| *", FIELDS))
        .forEach(fields -> figures.add(of(fields)));
    return figures;
  }

  private static PublishedFigure of(String[] fields) {
    return new PublishedFigure(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields.length > 4 ? CheckedFigure.Kind.named(fields[4]) : Optional.empty(),
        fields.length > FIELDS - 1 ? fields[FIELDS - 1] : "");
  }
}
