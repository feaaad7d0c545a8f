package dev.tr116.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows: {@code runtime=rust model=gemma3|llama3.1}; empty takes all.
 *
 * @param allowed values by key
 */
public record Filter(Map<String, List<String>> allowed) {
  static Filter parse(String text) {
    var allowed = new LinkedHashMap<String, List<String>>();
    for (var part : text.strip().split("\\s+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      var equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new IllegalArgumentException(
            "'" + part + "' is no filter; write key=value, e.g. runtime=rust");
      }
      allowed.put(
          part.substring(0, equals), Arrays.asList(part.substring(equals + 1).split("\\|")));
    }
    return new Filter(allowed);
  }

  boolean takes(DataRow row) {
    return allowed.entrySet().stream()
        .allMatch(entry -> entry.getValue().contains(row.keys().getOrDefault(entry.getKey(), "")));
  }
}
