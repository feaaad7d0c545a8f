package dev.tr116.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One claim, judged.
 *
 * @param claim what was published
 * @param outcome whether the data gives it
 * @param given what the data gives: one figure, or one per group; none when it cannot tell
 * @param wholeOnly the same without runs and calls whose final metrics are missing, where that is
 *     another figure
 * @param reason why it differs, or why the data cannot tell; empty when it reproduces
 */
public record Finding(
    Claim claim, Outcome outcome, List<Figure> given, Optional<Figure> wholeOnly, String reason) {
  public Finding {
    given = List.copyOf(given);
  }

  /** What the data gives, one digit finer than published; empty when it cannot tell. */
  public String givenText() {
    var values = given.stream().map(Figure::value).sorted().toList();
    if (values.isEmpty()) {
      return "";
    }
    var decimals = claim.published().decimals() + 1;
    var low = Rounding.text(values.getFirst(), decimals);
    var high = Rounding.text(values.getLast(), decimals);
    return low.equals(high) ? low : low + " to " + high;
  }

  /** What whole measurements alone give; empty when that is the same. */
  public String wholeOnlyText() {
    return wholeOnly.stream()
        .map(figure -> Rounding.text(figure.value(), claim.published().decimals() + 1))
        .collect(Collectors.joining());
  }
}
