package dev.tr116.results;

import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.results.SessionHistory.MeasuredAgain;
import dev.tr116.trace.FallbackTaken;
import dev.tr116.trace.RunStatus;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session that was begun before and is gone on with: what of it can be kept.
 *
 * @param begun the session as its file tells it
 */
record Resumption(KeptSession begun) {
  private static final String UNTOLD =
      "it could not be kept; the process that found out why was killed";

  /**
   * The runs that are not measured again.
   *
   * @param runs by their identity, in the order of the plan
   * @param again the second times of runs that were outliers
   * @param lost what cannot be kept and is measured again
   * @param history of the session, this time included
   */
  record Kept(
      Map<RunId, KeptBlock> runs,
      List<KeptBlock> again,
      List<MeasuredAgain> lost,
      SessionHistory history) {
    static final Kept NOTHING = new Kept(Map.of(), List.of(), List.of(), SessionHistory.NONE);
  }

  /**
   * The session in a folder; nothing where none was begun.
   *
   * @throws UnreadableRecordException when there are runs, but not the file that tells their plan
   */
  static Optional<Resumption> in(Path directory) {
    if (KeptSession.isIn(directory)) {
      return Optional.of(new Resumption(KeptSession.withoutRuns(directory)));
    }
    if (KeptSession.hasRuns(directory)) {
      throw new UnreadableRecordException(
          directory.resolve("session.json"), "is missing, although runs are recorded there");
    }
    return Optional.empty();
  }

  /**
   * Does nothing when the session was begun with the same plan.
   *
   * @throws SettingsException naming what differs
   */
  void requireSamePlan(Settings settings, Matrix matrix) {
    var json = KeptJson.read(begun.directory().resolve("session.json"));
    var before = new LinkedHashSet<>(json.texts("order"));
    var now = new LinkedHashSet<>(matrix.runs().stream().map(run -> run.id().key()).toList());
    if (!now.equals(before)) {
      throw refused(
          "was begun with another plan: "
              + difference("only here ", now, before)
              + difference("only there ", before, now)
              + before.size()
              + " runs there, "
              + now.size()
              + " here");
    }
    var here = WholePlan.of(settings);
    WholePlan.read(json)
        .filter(there -> !there.equals(here))
        .ifPresent(
            there -> {
              throw refused("was begun as " + there + ", this is " + here);
            });
  }

  /**
   * Does nothing when the session was begun under the same conditions.
   *
   * @throws SettingsException naming each field that differs
   */
  void requireAlike(Session now) {
    var differences = LikeConditions.of(now).differencesFrom(LikeConditions.of(begun));
    if (!differences.isEmpty()) {
      throw new SettingsException(
          differences.stream()
              .map(difference -> problem("was begun under other conditions: " + difference))
              .toList());
    }
  }

  /**
   * Reads the runs that are whole and alike, and sets the others aside so that they are measured
   * again.
   *
   * @param now the session as it goes on
   * @param served what the servers say of a model
   */
  Kept keep(Session now, Function<Model, ServedModel> served, Instant at) {
    AtomicFile.removeUnfinished(now.directory());
    var kept = new LinkedHashMap<RunId, KeptBlock>();
    var measuredAgain = new ArrayList<MeasuredAgain>();
    var lost = new HashSet<RunId>();
    for (var planned : now.matrix().runs()) {
      var folder = now.directory().resolve(planned.id().directory());
      AtomicFile.removeUnfinished(folder);
      AtomicFile.removeUnfinished(KeptBlock.again(folder));
      if (!KeptBlock.isIn(KeptBlock.again(folder))) {
        SetAside.rest(KeptBlock.again(folder));
      }
      if (KeptBlock.isIn(folder)) {
        var found = look(now, planned, served, lost);
        if (found.because().isEmpty()) {
          kept.put(planned.id(), found.block().orElseThrow());
        } else {
          lost.add(planned.id());
          if (KeptBlock.isIn(KeptBlock.again(folder))) {
            SetAside.run(KeptBlock.again(folder));
          }
          measuredAgain.add(
              MeasuredAgain.of(
                  planned.id().key(),
                  found.because().get(),
                  now.directory(),
                  SetAside.run(folder)));
        }
      } else {
        SetAside.rest(folder);
      }
    }
    return new Kept(
        kept,
        secondTimes(now, kept.keySet()),
        measuredAgain,
        history(now, measuredAgain).resumed(at, measuredAgain));
  }

  /** With what a process set aside that was killed before it could say so. */
  private static SessionHistory history(Session now, List<MeasuredAgain> measuredAgain) {
    var told = SessionHistory.read(now.directory());
    var known =
        Stream.concat(told.measuredAgain().stream(), measuredAgain.stream())
            .map(MeasuredAgain::keptIn)
            .collect(Collectors.toSet());
    var untold =
        now.matrix().runs().stream()
            .flatMap(
                planned ->
                    SetAside.of(now.directory().resolve(planned.id().directory())).stream()
                        .map(
                            aside ->
                                MeasuredAgain.of(
                                    planned.id().key(), UNTOLD, now.directory(), aside)))
            .filter(again -> !known.contains(again.keptIn()))
            .toList();
    return told.with(untold);
  }

  /** A run that was found; empty {@code because} when it can be kept. */
  private record Found(Optional<KeptBlock> block, Optional<String> because) {}

  private static Found look(
      Session now, PlannedRun planned, Function<Model, ServedModel> served, Set<RunId> lost) {
    try {
      var block = KeptBlock.read(now.directory(), planned.id());
      return new Found(Optional.of(block), unfit(now, planned, block, served, lost));
    } catch (UnreadableRecordException torn) {
      return new Found(
          Optional.empty(),
          Optional.of(
              String.valueOf(torn.getMessage()).replace(now.directory() + File.separator, "")));
    }
  }

  private static Optional<String> unfit(
      Session now,
      PlannedRun planned,
      KeptBlock block,
      Function<Model, ServedModel> served,
      Set<RunId> lost) {
    var kept = block.kept();
    if (kept.status() != RunStatus.OK) {
      return Optional.of("it was " + kept.status().word());
    }
    var asked = CellConfiguration.of(planned);
    if (!options(kept).equals(asked.agents().stream().map(agent -> agent.options()).toList())) {
      return Optional.of("its agents had other options");
    }
    var used = kept.fallback().map(FallbackTaken::used).orElse(asked);
    var fingerprint = fingerprint(now, served.apply(used.model()));
    if (!kept.fingerprint().equals(fingerprint)) {
      return Optional.of(
          "machine, server or model changed: fingerprint "
              + fingerprint
              + " here, "
              + kept.fingerprint()
              + " there");
    }
    return baselineOf(block).stream()
        .filter(number -> lost.contains(new RunId(planned.id().cell(), number)))
        .findFirst()
        .map(number -> "the agents alone were measured with run " + number);
  }

  /** What a run's agents were asked to send, whatever they fell back to. */
  private static List<GenerationOptions> options(KeptRun kept) {
    return kept.fallback()
        .map(taken -> taken.attempted().agents().stream().map(agent -> agent.options()).toList())
        .orElseGet(() -> kept.agents().stream().map(agent -> agent.options()).toList());
  }

  private static List<Integer> baselineOf(KeptBlock block) {
    return block.run().reusedSolo().stream().map(solo -> solo.fromRun()).distinct().toList();
  }

  private static String fingerprint(Session now, ServedModel served) {
    return now.environment()
        .fingerprint(Optional.of(now.backend().phrase()), served.digest(), served.quantization());
  }

  private static List<KeptBlock> secondTimes(Session now, Set<RunId> kept) {
    var again = new ArrayList<KeptBlock>();
    for (var id : kept) {
      var folder = KeptBlock.again(now.directory().resolve(id.directory()));
      if (KeptBlock.isIn(folder)) {
        try {
          again.add(KeptBlock.readAgain(now.directory(), id));
        } catch (UnreadableRecordException torn) {
          SetAside.run(folder);
        }
      }
    }
    return again;
  }

  private static String difference(String where, Set<String> one, Set<String> other) {
    return one.stream()
        .filter(key -> !other.contains(key))
        .findFirst()
        .map(key -> where + key + "; ")
        .orElse("");
  }

  private SettingsException refused(String why) {
    return new SettingsException(List.of(problem(why)));
  }

  private String problem(String why) {
    return Property.SESSION.key()
        + "="
        + begun.name()
        + " "
        + why
        + "; set what it was begun with to go on, or choose another name";
  }
}
