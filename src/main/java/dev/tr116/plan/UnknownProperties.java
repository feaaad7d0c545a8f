package dev.tr116.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds misspelt property names and what was probably meant. */
final class UnknownProperties {
  private UnknownProperties() {}

  /** One problem for each name that is no property. */
  static List<String> in(Collection<String> names) {
    return names.stream()
        .filter(name -> Property.ofKey(name).isEmpty() && SloMetric.ofKey(name).isEmpty())
        .filter(name -> !isNamedByTheUser(name))
        .sorted()
        .map(UnknownProperties::problem)
        .toList();
  }

  private static boolean isNamedByTheUser(String name) {
    return name.startsWith(Property.SCENARIO_PREFIX) || name.startsWith(Property.PROGRAM_PREFIX);
  }

  private static String problem(String name) {
    var nearest =
        Stream.concat(
                Arrays.stream(Property.values()).map(Property::key),
                Arrays.stream(SloMetric.values()).map(SloMetric::key))
            .min(Comparator.comparingInt(known -> distance(name, known)))
            .orElseThrow();
    var farthest = Math.min(4, (name.length() - Property.PREFIX.length()) / 2);
    var hint =
        distance(name, nearest) <= farthest
            ? "did you mean " + nearest + "?"
            : "the README lists every property";
    return "unknown property " + name + ": " + hint;
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var above = row[j];
        var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(row[j - 1], above) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
