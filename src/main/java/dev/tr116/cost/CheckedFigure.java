package dev.tr116.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published figure about costs, held against the formula.
 *
 * @param place where it stands, e.g. {@code 8.4}
 * @param what it says
 * @param published as printed
 * @param right what the formula gives, written in the same way
 * @param kind what is to be said against it; empty where it follows from the stated inputs
 * @param why it differs, or what to know about it; may be empty
 */
public record CheckedFigure(
    String place, String what, String published, String right, Optional<Kind> kind, String why) {

  /** What is to be said against a figure. */
  public enum Kind {
    /** The figure contradicts the report's own inputs. */
    SLIP,
    /** Whether it holds depends on something the report does not state. */
    ASSUMPTION;

    static Optional<Kind> named(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }

  /** Every figure of TR116's sections on costs, recomputed from its own inputs. */
  public static List<CheckedFigure> ofTr116() {
    var model = CostModel.of(CostInputs.ofTr116());
    return PublishedFigure.ofTr116().stream().map(figure -> of(figure, model)).toList();
  }

  /** Whether it follows from the stated inputs. */
  public boolean reproduces() {
    return kind.isEmpty();
  }

  /**
   * One figure.
   *
   * @throws IllegalStateException when it differs and no kind is given, or is called a slip and
   *     does not
   */
  static CheckedFigure of(PublishedFigure figure, CostModel model) {
    var answer = Formula.of(figure.formula(), model);
    var printed = new PrintedAmount(figure.published());
    var same =
        switch (answer) {
          case Formula.Answer.Amount amount -> printed.isRoundedFrom(amount.value());
          case Formula.Answer.Name name -> name.text().equals(figure.published());
        };
    if (same ? figure.kind().equals(Optional.of(Kind.SLIP)) : figure.kind().isEmpty()) {
      throw new IllegalStateException(
          figure + (same ? " does not differ from " : " differs from ") + answer);
    }
    var right =
        switch (answer) {
          case Formula.Answer.Amount amount ->
              same ? figure.published() : printed.like(amount.value());
          case Formula.Answer.Name name -> name.text();
        };
    return new CheckedFigure(
        figure.place(), figure.what(), figure.published(), right, figure.kind(), figure.why());
  }
}
