package dev.tr116.results;

import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of several sessions of one plan, each once.
 *
 * @param runs by their identity, in the order of the plan
 * @param again the second times of runs that were outliers
 * @param origins the folder each run was found in
 * @param doubles each run that two sessions have, alike to the last byte
 */
record MergedRuns(
    Map<RunId, KeptBlock> runs,
    List<KeptBlock> again,
    Map<RunId, Path> origins,
    List<String> doubles) {

  /**
   * Finds every run of a plan.
   *
   * @param progress told how many runs were looked for, of twice as many: copying is the other half
   * @throws MergeException when a record is broken, two sessions tell different things of one run,
   *     or a cell was measured under two conditions
   */
  static MergedRuns in(List<MergeSource> sources, Matrix plan, StoredSession.Progress progress) {
    var merged =
        new MergedRuns(
            new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    var problems = new ArrayList<String>();
    var looked = 0;
    for (var cell : plan.cells()) {
      for (var run : cell.runs()) {
        merged.find(run.id(), sources, problems);
        progress.at(++looked, 2 * plan.runs().size());
      }
      problems.addAll(MergeChecks.ofCell(cell.id(), merged.of(cell)));
    }
    if (!problems.isEmpty()) {
      throw new MergeException(problems);
    }
    return merged;
  }

  List<KeptBlock> of(PlannedCell cell) {
    return cell.runs().stream()
        .filter(run -> runs.containsKey(run.id()))
        .map(run -> runs.get(run.id()))
        .toList();
  }

  private void find(RunId id, List<MergeSource> sources, List<String> problems) {
    var found = sources.stream().filter(source -> KeptBlock.isIn(source.folderOf(id))).toList();
    if (found.isEmpty()) {
      return;
    }
    var first = found.getFirst();
    for (var other : found.subList(1, found.size())) {
      if (isSame(first.folderOf(id), other.folderOf(id))) {
        doubles.add(id + " stands in " + first.name() + " and in " + other.name());
      } else {
        problems.add(
            id
                + " was measured twice, with different outcomes: "
                + first.folderOf(id)
                + " and "
                + other.folderOf(id)
                + "; leave one of these sessions out, or remove the run that is not meant to"
                + " count");
      }
    }
    try {
      runs.put(id, KeptBlock.read(first.directory(), id));
      origins.put(id, first.folderOf(id));
      if (KeptBlock.isIn(KeptBlock.again(first.folderOf(id)))) {
        again.add(KeptBlock.readAgain(first.directory(), id));
      }
    } catch (UnreadableRecordException broken) {
      problems.add(
          broken.getMessage() + "; go on with session " + first.name() + " to measure it again");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.mismatch(one.resolve("metrics.json"), other.resolve("metrics.json")) < 0
          && Files.mismatch(one.resolve(BlockFile.NAME), other.resolve(BlockFile.NAME)) < 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot compare " + one + " with " + other, unreadable);
    }
  }
}
