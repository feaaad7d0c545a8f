package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
    return groups.entrySet().stream()
        .filter(group -> Sample.of(group.getValue(), figure).n() > 0)
        .sorted(
            Comparator.<Map.Entry<String, List<StudyRun>>>comparingDouble(
                    group -> -Sample.of(group.getValue(), figure).mean().getAsDouble())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Each two of them. */
  static List<Pair> byMean(Map<String, List<StudyRun>> groups) {
    var names = ranked(groups, Figure.EFFICIENCY);
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < names.size(); i++) {
      for (var j = i + 1; j < names.size(); j++) {
        pairs.add(new Pair(names.get(i), names.get(j)));
      }
    }
    return pairs;
  }
}
