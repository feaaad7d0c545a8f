package dev.tr116.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Suites x runtimes x models x scenarios x runs, in the order they are run.
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
   * @throws SettingsException when {@code tr116.only} or {@code tr116.shard} selects nothing
   */
  public static Matrix of(Settings settings) {
    var whole = whole(settings);
    return settings.shard().map(shard -> part(whole, shard)).orElse(whole);
  }

  /**
   * The matrix of all shards together.
   *
   * @throws SettingsException when {@code tr116.only} selects nothing
   */
  public static Matrix whole(Settings settings) {
    var all = new ArrayList<PlannedCell>();
    for (var suite : settings.suites()) {
      for (var runtime : settings.runtimes()) {
        for (var model : settings.models()) {
          for (var scenario : settings.scenariosOf(suite)) {
            all.add(cell(settings, suite, runtime, model, scenario));
          }
        }
      }
    }
    var selected = settings.only().map(only -> select(all, only)).orElse(all);
    if (selected.isEmpty()) {
      throw new SettingsException(List.of(nothingSelected(settings, all)));
    }
    return new Matrix(selected);
  }

  /**
   * Every run of every cell, in the order they are run. Cells that differ in the runtime alone take
   * turns, run by run, so that whatever changes with time meets all of them; each run begins with
   * the next of them.
   */
  public List<PlannedRun> runs() {
    var side = new LinkedHashMap<String, List<PlannedCell>>();
    for (var cell : cells) {
      side.computeIfAbsent(cell.id().underAnyRuntime(), none -> new ArrayList<>()).add(cell);
    }
    return side.values().stream().flatMap(alike -> inTurns(alike).stream()).toList();
  }

  private static List<PlannedRun> inTurns(List<PlannedCell> alike) {
    var byNumber = new TreeMap<Integer, List<PlannedRun>>();
    for (var cell : alike) {
      for (var run : cell.runs()) {
        byNumber.computeIfAbsent(run.id().number(), none -> new ArrayList<>()).add(run);
      }
    }
    byNumber.forEach((number, runs) -> Collections.rotate(runs, -((number - 1) % runs.size())));
    return byNumber.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What tells this plan from others: SHA-256 over the keys of its runs in order, 64 hex digits.
   */
  public String checksum() {
    try {
      var keys = runs().stream().map(run -> run.id().key()).collect(Collectors.joining("\n"));
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** How many agents run at the same time, at most. */
  public int mostAgents() {
    return runs().stream()
        .mapToInt(run -> run.id().cell().isSideBySide() ? run.scenario().agents().size() : 1)
        .max()
        .orElseThrow();
  }

  private static PlannedCell cell(
      Settings settings, Suite suite, String runtime, Model model, Scenario scenario) {
    var id = new CellId(suite.word(), runtime, model, scenario.name(), scenario.label());
    var runs =
        IntStream.rangeClosed(1, settings.runs().most())
            .mapToObj(number -> new PlannedRun(new RunId(id, number), scenario, settings.runs()))
            .toList();
    return new PlannedCell(id, runs);
  }

  private static Matrix part(Matrix whole, Shard shard) {
    // Cells that are compared with each other stay together, on one machine.
    var apart = whole.cells().stream().map(cell -> cell.id().underAnyRuntime()).distinct().toList();
    var mine = shard.of(apart);
    var cells =
        whole.cells().stream().filter(cell -> mine.contains(cell.id().underAnyRuntime())).toList();
    if (cells.isEmpty()) {
      throw new SettingsException(
          List.of(
              Property.SHARD.key()
                  + "="
                  + shard
                  + ": there is nothing left for this shard; the matrix has "
                  + apart.size()
                  + (apart.size() == 1 ? " cell" : " cells")
                  + ", so write at most that many shards"));
    }
    return new Matrix(cells);
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
        + all.stream()
            .map(cell -> cell.id().selector())
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
