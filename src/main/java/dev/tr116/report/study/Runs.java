package dev.tr116.report.study;

import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * A group of runs that a report asks for again and again: each of its samples, and the interval of
 * each, is made once. For one thread.
 */
final class Runs extends AbstractList<StudyRun> implements RandomAccess {
  private final List<StudyRun> runs;
  private final Map<Figure, Sample> samples = new EnumMap<>(Figure.class);

  Runs(List<StudyRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** One figure over them. */
  Sample sample(Figure figure) {
    return samples.computeIfAbsent(figure, wanted -> Sample.over(runs, wanted));
  }

  @Override
  public StudyRun get(int index) {
    return runs.get(index);
  }

  @Override
  public int size() {
    return runs.size();
  }
}
