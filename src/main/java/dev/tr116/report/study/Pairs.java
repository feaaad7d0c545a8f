package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups of runs in the order of their mean efficiency, and each two of them. */
final class Pairs {
  private Pairs() {}

  /**
   * Two groups.
   *
   * @param first the one with the higher mean
   * @param second the other
   */
  record Pair(String first, String second) {}

  /** The names of the groups, highest mean first; those without a figure are left out. */
  static List<String> ranked(Map<String, List<StudyRun>> groups, Figure figure) {
    var means = new TreeMap<String, Double>();
    groups.forEach(
        (name, runs) -> Sample.of(runs, figure).mean().ifPresent(mean -> means.put(name, mean)));
    return means.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Each two of the highest of them, {@link Limits#RIVALS} at most. */
  static List<Pair> byMean(Map<String, List<StudyRun>> groups) {
    var all = ranked(groups, Figure.EFFICIENCY);
    var names = all.subList(0, Math.min(all.size(), Limits.RIVALS));
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < names.size(); i++) {
      for (var j = i + 1; j < names.size(); j++) {
        pairs.add(new Pair(names.get(i), names.get(j)));
      }
    }
    return pairs;
  }
}
