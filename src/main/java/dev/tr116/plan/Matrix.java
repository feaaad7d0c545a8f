package dev.tr116.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Models x scenarios x runtimes x runs, in the order they are run.
 *
 * @param cells at least one
 */
public record Matrix(List<PlannedCell> cells) {
  public Matrix {
    cells = List.copyOf(cells);
  }

  /**
   * Spans the matrix of some settings: model by model, so that a server loads each model once.
   *
   * @throws SettingsException when {@code tr116.only} selects nothing
   */
  public static Matrix of(Settings settings) {
    var all = new ArrayList<PlannedCell>();
    for (var runtime : settings.runtimes()) {
      for (var model : settings.models()) {
        for (var scenario : settings.scenarios()) {
          all.add(cell(settings, runtime, model, scenario));
        }
      }
    }
    var selected = settings.only().map(only -> select(all, only)).orElse(all);
    if (selected.isEmpty()) {
      throw new SettingsException(List.of(nothingSelected(settings, all)));
    }
    return new Matrix(selected);
  }

  /** Every run of every cell, in order. */
  public List<PlannedRun> runs() {
    return cells.stream().flatMap(cell -> cell.runs().stream()).toList();
  }

  private static PlannedCell cell(
      Settings settings, String runtime, Model model, Scenario scenario) {
    var options = scenario.agents().getLast().options().label();
    var id = new CellId(Settings.SUITE, runtime, model, scenario.name(), options);
    var runs =
        IntStream.rangeClosed(1, settings.runs().most())
            .mapToObj(number -> new PlannedRun(new RunId(id, number), scenario, settings.runs()))
            .toList();
    return new PlannedCell(id, runs);
  }

  private static List<PlannedCell> select(List<PlannedCell> all, Selection only) {
    return all.stream()
        .map(
            cell ->
                new PlannedCell(
                    cell.id(),
                    cell.runs().stream().filter(run -> only.includes(run.id())).toList()))
        .filter(cell -> !cell.runs().isEmpty())
        .toList();
  }

  private static String nothingSelected(Settings settings, List<PlannedCell> all) {
    return Property.ONLY.key()
        + "="
        + settings.only().orElseThrow()
        + " selects no run; this matrix has runs 1 to "
        + settings.runs().most()
        + " of "
        + all.stream().map(cell -> cell.id().selector()).collect(Collectors.joining(", "));
  }
}
