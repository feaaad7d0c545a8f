package dev.tr116.results;

import dev.tr116.slo.ChecklistItem.State;
import java.util.List;

/**
 * What an item of a checklist found.
 *
 * @param state whether it holds
 * @param why the counts behind it
 */
record ChecklistAnswer(State state, String why) {
  private static final int MOST_NAMED = 5;

  static ChecklistAnswer pass(String why) {
    return new ChecklistAnswer(State.PASS, why);
  }

  static ChecklistAnswer notApplicable(String why) {
    return new ChecklistAnswer(State.NOT_APPLICABLE, why);
  }

  static ChecklistAnswer fail(String why) {
    return new ChecklistAnswer(State.FAIL, why);
  }

  /** Passes with those words when nothing is wrong; else names what is, and what to do about it. */
  static ChecklistAnswer unless(List<String> wrong, String passed, String toDo) {
    return wrong.isEmpty() ? pass(passed) : fail(named(wrong) + "; " + toDo);
  }

  private static String named(List<String> wrong) {
    var shown = String.join(", ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size())));
    return wrong.size() > MOST_NAMED
        ? shown + " and " + (wrong.size() - MOST_NAMED) + " more"
        : shown;
  }
}
