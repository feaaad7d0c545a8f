package dev.tr116.audit;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** What is made of a figure and the one it is held against. */
public enum Combination {
  /** The first alone. */
  ALONE((a, b) -> a),
  /** First minus second. */
  MINUS((a, b) -> a - b),
  /** First over second. */
  RATIO((a, b) -> a / b),
  /** How much more the first is, in percent of the second. */
  PERCENT_MORE((a, b) -> 100 * (a / b - 1)),
  /** How much less the first is, in percent of the second. */
  PERCENT_LESS((a, b) -> 100 * (1 - a / b));

  private final DoubleBinaryOperator rule;

  Combination(DoubleBinaryOperator rule) {
    this.rule = rule;
  }

  static Combination named(String name) {
    return name.isEmpty() ? ALONE : valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The combination, with the farthest that rounding may take it. */
  Figure of(Figure a, Figure b) {
    var value = rule.applyAsDouble(a.value(), b.value());
    var farthest = 0.0;
    for (var up : new double[] {-1, 1}) {
      for (var down : new double[] {-1, 1}) {
        var moved = rule.applyAsDouble(a.moved(up).value(), b.moved(down).value());
        farthest = Math.max(farthest, Math.abs(moved - value));
      }
    }
    return new Figure(value, farthest);
  }
}
