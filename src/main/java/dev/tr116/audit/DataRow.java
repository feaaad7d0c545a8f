package dev.tr116.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One observation.
 *
 * @param keys what it is of, e.g. {@code runtime} and {@code run}
 * @param figures by metric; one that was not measured is not there
 */
public record DataRow(Map<String, String> keys, Map<String, Figure> figures) {
  public DataRow {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** A figure; nothing when it was not measured. */
  public Optional<Figure> figure(String metric) {
    return Optional.ofNullable(figures.get(metric));
  }

  /** The same row with another figure. */
  DataRow with(String metric, Figure figure) {
    var copy = new LinkedHashMap<>(figures);
    copy.put(metric, figure);
    return new DataRow(keys, copy);
  }
}
