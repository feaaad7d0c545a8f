package dev.tr116.results;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.TransportChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Joins sessions of one plan, e.g. its shards, into one that looks as if it was measured whole. */
public final class SessionMerge {
  private final List<MergeSource> sources;
  private final Path out;
  private final Settings settings;
  private final Matrix plan;
  private final CellJudge judge;

  private SessionMerge(List<MergeSource> sources, Path out) {
    this.sources = sources;
    this.out = out;
    this.settings = Settings.of(properties(sources));
    this.plan = Matrix.whole(settings);
    this.judge = new CellJudge(settings, backend());
  }

  /**
   * Joins sessions. The new one appears whole or not at all; the others are left as they are.
   *
   * @param folders of the sessions, in any order
   * @param out folder of the new one; must not exist
   * @throws MergeException saying why they cannot be joined
   * @throws UnreadableRecordException when a session's file is broken
   */
  public static MergeReport merge(List<Path> folders, Path out) {
    return merge(folders, out, (done, of) -> {});
  }

  /**
   * Joins sessions and tells how far that is.
   *
   * @param progress told how many steps of how many are done
   * @throws MergeException as {@link #merge(List, Path)}
   */
  public static MergeReport merge(List<Path> folders, Path out, StoredSession.Progress progress) {
    var target = out.toAbsolutePath().normalize();
    if (folders.isEmpty()) {
      throw new MergeException(List.of("none is named; name at least one session"));
    }
    if (Files.exists(target)) {
      throw new MergeException(List.of(out + " exists; name a folder that does not"));
    }
    var sources =
        folders.stream()
            .map(MergeSource::read)
            .sorted(Comparator.comparing(source -> source.shard().map(s -> s.index()).orElse(0)))
            .toList();
    var seen = new HashSet<Path>();
    var twice = sources.stream().map(MergeSource::directory).filter(each -> !seen.add(each));
    twice
        .findFirst()
        .ifPresent(
            folder -> {
              throw new MergeException(List.of(folder + " is named twice"));
            });
    MergeChecks.requireOnePlan(sources);
    var locks = new ArrayList<LockFile>();
    try {
      sources.forEach(source -> locks.add(source.lock()));
      return new SessionMerge(sources, target).join(progress);
    } finally {
      locks.forEach(LockFile::close);
    }
  }

  /** The settings of the whole plan: what the shards were told, without what makes them shards. */
  private static Map<String, String> properties(List<MergeSource> sources) {
    var given = new HashMap<>(sources.getFirst().session().properties());
    List.of(
            Property.SHARD,
            Property.SESSION,
            Property.ENDPOINTS,
            Property.COMPARE,
            Property.COMPARE_MIN_EFFECT)
        .forEach(property -> given.remove(property.key()));
    // Not told by these where it was the default of another version, or the endpoints were https.
    if (sources.getFirst().session().transports().equals(TransportChoice.JDK.word())) {
      given.put(Property.TRANSPORT.key(), TransportChoice.JDK.word());
    }
    return given;
  }

  private MergeReport join(StoredSession.Progress progress) {
    if (!plan.checksum().equals(sources.getFirst().plan().checksum())) {
      throw new MergeException(
          List.of(
              "the plan that their settings span is not the one they were measured by; join them"
                  + " with the version of tr116 that measured them"));
    }
    var merged = MergedRuns.in(sources, plan, progress);
    var folder = temporary();
    try {
      var gaps = write(merged, folder, progress);
      Files.move(folder, out, StandardCopyOption.ATOMIC_MOVE);
      ChecklistReview.write(ChecklistReview.of(out, judge.isEnforced()));
      return new MergeReport(
          out, merged.runs().size(), gaps, merged.doubles(), MergeChecks.notes(sources));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + out, failed);
    } finally {
      Copies.remove(folder);
    }
  }

  private Path temporary() {
    try {
      var parent = Files.createDirectories(out.resolveSibling(""));
      return Files.createTempDirectory(parent, "." + out.getFileName() + ".merging-");
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write beside " + out, failed);
    }
  }

  private List<String> write(MergedRuns merged, Path folder, StoredSession.Progress progress)
      throws IOException {
    var steps = 2 * plan.runs().size();
    var done = plan.runs().size();
    for (var origin : merged.origins().entrySet()) {
      var to = folder.resolve(origin.getKey().directory());
      Copies.copy(origin.getValue(), to);
      Copies.copy(KeptBlock.again(origin.getValue()), KeptBlock.again(to));
      progress.at(++done, steps);
    }
    for (var i = 0; i < sources.size(); i++) {
      var notes = MergedNotes.of(folder, i + 1, sources.get(i).name());
      for (var note : sources.get(i).notes()) {
        Copies.copy(note, notes.resolve(note.getFileName()));
      }
    }
    var store =
        ResultStore.resume(
            session(folder),
            new Resumption.Kept(
                merged.runs(), merged.again(), List.of(), SessionHistory.mergedFrom(sources)));
    var gaps = new ArrayList<String>();
    for (var cell : plan.cells()) {
      var missing = missing(cell, store);
      missing.forEach(run -> gaps.add(gap(run)));
      if (!store.runsOf(cell.id()).isEmpty()) {
        judge(cell, store);
      }
    }
    store.finish(gaps.isEmpty());
    return gaps;
  }

  private Session session(Path folder) {
    var first = sources.getFirst().session();
    return new Session(
        out.getFileName().toString(),
        folder,
        settings,
        plan,
        sources.stream()
            .map(source -> source.session().startedAt())
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH),
        backend(),
        first.environment());
  }

  private BackendDescription backend() {
    return sources.getFirst().session().backend();
  }

  private void judge(PlannedCell cell, ResultStore store) {
    var runs = store.runsOf(cell.id()).size() + missing(cell, store).size();
    store.keep(
        judge.verdict(
            store.metricsOf(cell.id()),
            runs,
            id -> out.resolve(id.directory()).resolve("metrics.json")));
  }

  private List<PlannedRun> missing(PlannedCell cell, ResultStore store) {
    return judge.missing(cell, store.metricsOf(cell.id()));
  }

  /** How to measure a run that is missing: going on with the session that should have it. */
  private String gap(PlannedRun run) {
    var place =
        plan.cells().stream()
            .map(cell -> cell.id().underAnyRuntime())
            .distinct()
            .toList()
            .indexOf(run.id().cell().underAnyRuntime());
    var owner =
        sources.stream()
            .filter(
                source -> source.shard().map(s -> place % s.count() == s.index() - 1).orElse(true))
            .findFirst();
    var count = sources.stream().flatMap(source -> source.shard().stream()).findFirst();
    var how =
        owner
            .map(
                source ->
                    "go on with session "
                        + source.name()
                        + ": -D"
                        + Property.SESSION.key()
                        + "="
                        + source.askedName().orElse(source.name())
                        + source
                            .shard()
                            .map(shard -> " -D" + Property.SHARD.key() + "=" + shard)
                            .orElse(""))
            .or(
                () ->
                    count.map(
                        shard ->
                            "its shard is not among these sessions: -D"
                                + Property.SHARD.key()
                                + "="
                                + (place % shard.count() + 1)
                                + "/"
                                + shard.count()))
            .orElse("no session has it");
    return run.displayName() + " is missing; " + how;
  }
}
