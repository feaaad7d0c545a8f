package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs of agents side by side and alone, and what is known of how they were measured; the same for
 * a session and for TR116's own figures.
 */
final class Study {
  private final Facts facts;
  private final Runs runs;
  private final List<StudySingle> singles;
  private final SequencedMap<StudyCell, List<StudyRun>> cells;
  private final SequencedMap<String, List<StudyRun>> runtimes;
  private final SequencedMap<String, List<StudyRun>> models;
  private final SequencedMap<String, List<StudyRun>> scenarios;

  /**
   * A study.
   *
   * @param facts beside the figures
   * @param runs side by side, in any order
   * @param singles one agent alone, in any order
   */
  Study(Facts facts, List<StudyRun> runs, List<StudySingle> singles) {
    this.facts = facts;
    this.runs =
        new Runs(
            runs.stream()
                .sorted(Comparator.comparing(StudyRun::cell).thenComparingInt(StudyRun::number))
                .toList());
    this.singles = singles.stream().sorted().toList();
    this.cells = by(this.runs, StudyRun::cell);
    this.runtimes = by(this.runs, run -> run.cell().runtime());
    this.models = by(this.runs, run -> run.cell().model());
    this.scenarios = by(this.runs, run -> run.cell().scenario());
  }

  /** What is known beside the figures. */
  Facts facts() {
    return facts;
  }

  /** Side by side, sorted by cell and number. */
  List<StudyRun> runs() {
    return runs;
  }

  /** One agent alone, sorted. */
  List<StudySingle> singles() {
    return singles;
  }

  /** The runs of each configuration. */
  SequencedMap<StudyCell, List<StudyRun>> cells() {
    return cells;
  }

  /** The runs of each runtime. */
  SequencedMap<String, List<StudyRun>> byRuntime() {
    return runtimes;
  }

  /** The runs of each model. */
  SequencedMap<String, List<StudyRun>> byModel() {
    return models;
  }

  /** The runs of each scenario. */
  SequencedMap<String, List<StudyRun>> byScenario() {
    return scenarios;
  }

  /** The single-agent configurations of each runtime and model, by {@code runtime model}. */
  SequencedMap<String, List<StudySingle>> singlesByPlace() {
    return group(singles, single -> single.runtime() + " " + single.model());
  }

  /** Some runs by whatever tells them apart. */
  static <K extends Comparable<K>> SequencedMap<K, List<StudyRun>> by(
      List<StudyRun> runs, Function<StudyRun, K> key) {
    var groups = new TreeMap<K, List<StudyRun>>();
    group(runs, key).forEach((name, some) -> groups.put(name, new Runs(some)));
    return Collections.unmodifiableSequencedMap(groups);
  }

  private static <K extends Comparable<K>, T> SequencedMap<K, List<T>> group(
      List<T> items, Function<T, K> key) {
    var groups = new TreeMap<K, List<T>>();
    for (var item : items) {
      groups.computeIfAbsent(key.apply(item), any -> new ArrayList<>()).add(item);
    }
    return groups;
  }
}
