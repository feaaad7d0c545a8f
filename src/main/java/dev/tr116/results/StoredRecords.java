package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every record of a stored session, and each of its cells judged.
 *
 * @param cells of which a run is recorded, in the order of the plan
 * @param missing planned and needed, not recorded
 * @param unreadable records that cannot be read, in words
 */
record StoredRecords(List<StoredCell> cells, List<PlannedRun> missing, List<String> unreadable) {

  /** One run's record, or why it cannot be read. */
  private record Read(
      RunId id, Optional<KeptBlock> block, Optional<KeptBlock> again, List<String> problems) {}

  /** Reads all of them, on every core. */
  static StoredRecords read(Session session, StoredSession.Progress progress) {
    var runs = session.matrix().runs();
    var done = new AtomicInteger();
    var read =
        runs.parallelStream()
            .map(
                run -> {
                  var one = read(session.directory(), run.id());
                  progress.at(done.incrementAndGet(), runs.size());
                  return one;
                })
            .collect(Collectors.toMap(Read::id, Function.identity()));
    var judge = new CellJudge(session.settings(), session.backend());
    var judged =
        session.matrix().cells().parallelStream().map(cell -> judged(cell, read, judge)).toList();
    return new StoredRecords(
        judged.stream().map(Judged::cell).filter(cell -> !cell.runs().isEmpty()).toList(),
        judged.stream().flatMap(cell -> cell.missing().stream()).toList(),
        runs.stream().flatMap(run -> read.get(run.id()).problems().stream()).toList());
  }

  private record Judged(StoredCell cell, List<PlannedRun> missing) {}

  private static Judged judged(PlannedCell planned, Map<RunId, Read> read, CellJudge judge) {
    var runs = planned.runs().stream().map(run -> read.get(run.id())).toList();
    var blocks = runs.stream().flatMap(run -> run.block().stream()).toList();
    var again = runs.stream().flatMap(run -> run.again().stream()).toList();
    var metrics =
        new CellMetrics(
            planned.id(),
            blocks.stream().map(block -> block.stored().metrics()).toList(),
            again.stream().map(KeptBlock::asRerun).toList());
    var missing = judge.missing(planned, metrics);
    var records = new HashMap<RunId, Path>();
    blocks.forEach(block -> records.put(block.run().id(), block.stored().record()));
    var verdict = judge.verdict(metrics, blocks.size() + missing.size(), records::get);
    return new Judged(new StoredCell(planned, verdict, blocks, again), missing);
  }

  private static Read read(Path session, RunId id) {
    var folder = session.resolve(id.directory());
    var problems = new ArrayList<String>();
    Optional<KeptBlock> block = Optional.empty();
    Optional<KeptBlock> again = Optional.empty();
    try {
      if (KeptBlock.isIn(folder)) {
        block = Optional.of(KeptBlock.read(session, id));
      }
      if (KeptBlock.isIn(KeptBlock.again(folder))) {
        again = Optional.of(KeptBlock.readAgain(session, id));
      }
    } catch (UnreadableRecordException broken) {
      problems.add(String.valueOf(broken.getMessage()));
    }
    return new Read(id, block, again, problems);
  }
}
