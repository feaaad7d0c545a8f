package dev.tr116.plan;

import java.util.OptionalInt;

/**
 * One cell or run chosen by {@code tr116.only}.
 *
 * @param model as the user wrote it: a short name or a tag
 * @param scenario the scenario's name, or the options of a cell of the suite {@code single}
 * @param run its number; empty for the whole cell
 */
public record Selection(String model, String scenario, OptionalInt run) {
  /**
   * Reads {@code model/scenario} or {@code model/scenario/run}; the model may itself hold slashes.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Selection parse(String text) {
    var matcher =
        java.util.regex.Pattern.compile("(.+)/([a-z][a-z0-9_-]*)(?:/([1-9]\\d{0,4}))?")
            .matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' chooses nothing; write model/scenario or model/scenario/run, e.g. gemma3/chimera-homo/2");
    }
    var run = matcher.group(3);
    return new Selection(
        matcher.group(1),
        matcher.group(2),
        run == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(run)));
  }

  /** Whether the run is the one chosen, or one of the cell chosen. */
  public boolean includes(RunId id) {
    var asked = id.cell().model();
    return (asked.equals(Model.named(model)) || asked.tag().equals(model))
        && scenario.equals(id.cell().shortName())
        && (run.isEmpty() || run.getAsInt() == id.number());
  }

  @Override
  public String toString() {
    return model + "/" + scenario + (run.isPresent() ? "/" + run.getAsInt() : "");
  }
}
