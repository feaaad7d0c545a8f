package dev.tr116.report.study;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Gathers the figures of a run; what is absent or no number stays out. */
final class Figures {
  private final Map<Figure, Double> found = new EnumMap<>(Figure.class);

  Figures put(Figure figure, OptionalDouble value) {
    value.ifPresent(number -> put(figure, number));
    return this;
  }

  Figures put(Figure figure, double value) {
    if (Double.isFinite(value)) {
      found.put(figure, value);
    }
    return this;
  }

  Map<Figure, Double> all() {
    return found;
  }
}
