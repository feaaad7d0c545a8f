package dev.tr116.report.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run of agents side by side.
 *
 * @param cell its configuration
 * @param number from 1
 * @param figures those that were measured
 * @param contention whether it was flagged; empty where nobody looked
 * @param leftOut why it enters no figure of its cell; empty where it does
 * @param path of its record
 */
record StudyRun(
    StudyCell cell,
    int number,
    Map<Figure, Double> figures,
    Optional<Boolean> contention,
    Optional<String> leftOut,
    String path) {
  StudyRun {
    var kept = new EnumMap<Figure, Double>(Figure.class);
    kept.putAll(figures);
    figures = Collections.unmodifiableMap(kept);
  }

  /** A figure; empty where it was not measured. */
  OptionalDouble figure(Figure figure) {
    var value = figures.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether its figures enter those of its cell. */
  boolean isMeasured() {
    return leftOut.isEmpty();
  }
}
