package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Rerun;
import dev.tr116.plan.RunId;
import dev.tr116.trace.DualRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A run that an earlier session, or an earlier part of this one, left on disk.
 *
 * @param run what happened
 * @param stored what it means, and where it stands
 * @param kept its record
 * @param rerunBecause why it was measured a second time; empty for the first time
 */
public record KeptBlock(DualRun run, StoredRun stored, KeptRun kept, List<String> rerunBecause) {
  public KeptBlock {
    rerunBecause = List.copyOf(rerunBecause);
  }

  /** Whether a folder holds a record, whole or not. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("metrics.json"));
  }

  /**
   * The run in a folder.
   *
   * @param session the folder of its session
   * @param id which run belongs there
   * @throws UnreadableRecordException when a file is missing or broken, or tells of something else
   */
  static KeptBlock read(Path session, RunId id) {
    return read(session, id, session.resolve(id.directory()));
  }

  /** The second time of a run, which stands beside the first. */
  static KeptBlock readAgain(Path session, RunId id) {
    return read(session, id, again(session.resolve(id.directory())));
  }

  /** Where the second time of a run is kept. */
  static Path again(Path folder) {
    return folder.resolveSibling(folder.getFileName() + "_again");
  }

  Rerun asRerun() {
    return new Rerun(rerunBecause, stored.metrics());
  }

  private static KeptBlock read(Path session, RunId id, Path folder) {
    var file = folder.resolve("metrics.json");
    var json = KeptJson.read(file);
    var kept = KeptRunReader.read(session, json, id);
    var block = BlockFile.read(folder);
    if (!block.run().id().equals(id)
        || !Instants.millis(block.run().startedAt()).equals(Instants.millis(kept.startedAt()))
        || !agree(kept, block.metrics())) {
      throw new UnreadableRecordException(
          folder.resolve(BlockFile.NAME), "does not belong to the metrics.json beside it");
    }
    return new KeptBlock(
        block.run(),
        new StoredRun(block.metrics(), kept.status(), block.run().startedAt(), file),
        kept,
        json.texts("rerun_because"));
  }

  /** Figures that stand in both files are the same to the last digit. */
  private static boolean agree(KeptRun kept, DualRunMetrics metrics) {
    var agents = kept.agents();
    if (!same(kept.figures().concurrentWall(), metrics.concurrentWall())
        || !same(kept.figures().trueSpeedup(), metrics.trueSpeedup())
        || agents.size() != metrics.agents().size()) {
      return false;
    }
    for (var i = 0; i < agents.size(); i++) {
      var there = metrics.agents().get(i);
      if (!agents.get(i).role().equals(there.role())
          || !same(agents.get(i).wall(), there.wall())
          || !same(agents.get(i).ttft(), there.ttft())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(OptionalDouble written, OptionalDouble figure) {
    return written.isPresent()
        ? written.equals(figure)
        : figure.isEmpty() || !Double.isFinite(figure.getAsDouble());
  }
}
