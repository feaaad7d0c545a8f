package dev.tr116.slo;

import dev.tr116.plan.BackendDescription;
import dev.tr116.slo.ChecklistItem.State;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a session's files are complete and sound, item by item.
 *
 * @param session its name
 * @param folder that holds it
 * @param backend what answered
 * @param enforced whether every failure fails the test; else only those of integrity do
 * @param items in order
 */
public record Checklist(
    String session,
    Path folder,
    BackendDescription backend,
    boolean enforced,
    List<ChecklistItem> items) {
  public Checklist {
    items = List.copyOf(items);
  }

  /** The items in that state. */
  public List<ChecklistItem> in(State state) {
    return items.stream().filter(item -> item.state() == state).toList();
  }

  /** The failures that fail the test. */
  public List<ChecklistItem> violations() {
    return in(State.FAIL).stream().filter(item -> enforced || item.isOfIntegrity()).toList();
  }

  /** One line, e.g. {@code 17 passed, 1 failed, 4 not applicable}. */
  public String counts() {
    return in(State.PASS).size()
        + " passed, "
        + in(State.FAIL).size()
        + " failed, "
        + in(State.NOT_APPLICABLE).size()
        + " not applicable";
  }

  /** What the list says, in words that begin with a stable phrase; each failure with its reason. */
  public String message() {
    return "Checklist of session "
        + session
        + ": "
        + counts()
        + in(State.FAIL).stream()
            .map(item -> "\n  " + item.id() + " " + item.title() + ": " + item.why())
            .collect(Collectors.joining())
        + "\n  see "
        + folder.resolve("checklist.md");
  }
}
