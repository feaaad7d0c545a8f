package dev.tr116.report.study;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs of agents side by side and alone, and what is known of how they were measured; the same for
 * a session and for TR116's own figures.
 *
 * @param facts beside the figures
 * @param runs side by side, sorted by cell and number
 * @param singles one agent alone, sorted
 */
record Study(Facts facts, List<StudyRun> runs, List<StudySingle> singles) {
  Study {
    runs =
        runs.stream()
            .sorted(
                java.util.Comparator.comparing(StudyRun::cell).thenComparingInt(StudyRun::number))
            .toList();
    singles = singles.stream().sorted().toList();
  }

  /** The runs of each configuration. */
  SequencedMap<StudyCell, List<StudyRun>> cells() {
    return by(runs, StudyRun::cell);
  }

  /** The runs of each runtime. */
  SequencedMap<String, List<StudyRun>> byRuntime() {
    return by(runs, run -> run.cell().runtime());
  }

  /** The runs of each model. */
  SequencedMap<String, List<StudyRun>> byModel() {
    return by(runs, run -> run.cell().model());
  }

  /** The runs of each scenario. */
  SequencedMap<String, List<StudyRun>> byScenario() {
    return by(runs, run -> run.cell().scenario());
  }

  /** The single-agent configurations of each runtime and model, by {@code runtime model}. */
  SequencedMap<String, List<StudySingle>> singlesByPlace() {
    return group(singles, single -> single.runtime() + " " + single.model());
  }

  static <K extends Comparable<K>> SequencedMap<K, List<StudyRun>> by(
      List<StudyRun> runs, Function<StudyRun, K> key) {
    return group(runs, key);
  }

  private static <K extends Comparable<K>, T> SequencedMap<K, List<T>> group(
      List<T> items, Function<T, K> key) {
    var groups = new TreeMap<K, List<T>>();
    for (var item : items) {
      groups.computeIfAbsent(key.apply(item), any -> new java.util.ArrayList<>()).add(item);
    }
    return groups;
  }
}
