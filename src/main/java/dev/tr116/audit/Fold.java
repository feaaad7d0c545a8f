package dev.tr116.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is made of one figure per group. */
public enum Fold {
  /** Each group is judged. */
  ALL,
  MAX,
  MIN,
  /** The largest minus the smallest. */
  RANGE;

  private static final Comparator<Figure> BY_VALUE = Comparator.comparingDouble(Figure::value);

  static Fold named(String name) {
    return name.isEmpty() ? ALL : valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The figures to judge, at least one of at least one. */
  List<Figure> of(List<Figure> groups) {
    var largest = groups.stream().max(BY_VALUE).orElseThrow();
    var smallest = groups.stream().min(BY_VALUE).orElseThrow();
    return switch (this) {
      case ALL -> groups;
      case MAX -> List.of(largest);
      case MIN -> List.of(smallest);
      case RANGE -> List.of(Combination.MINUS.of(largest, smallest));
    };
  }
}
