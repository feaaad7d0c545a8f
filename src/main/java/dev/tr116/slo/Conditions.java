package dev.tr116.slo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that must be alike for two measurements to be compared.
 *
 * @param values field to value, in the order in which differences are told
 */
public record Conditions(Map<String, String> values) {
  public Conditions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The fields in which these differ from an earlier measurement's, in words. */
  public List<String> differencesFrom(Conditions earlier) {
    var fields = new LinkedHashSet<>(values.keySet());
    fields.addAll(earlier.values.keySet());
    return fields.stream().flatMap(field -> difference(field, earlier).stream()).toList();
  }

  private Optional<String> difference(String field, Conditions earlier) {
    var here = values.getOrDefault(field, "");
    var there = earlier.values.getOrDefault(field, "");
    return here.equals(there)
        ? Optional.empty()
        : Optional.of(field + ": " + shown(here) + " here, " + shown(there) + " there");
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not told" : value;
  }
}
