package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunCount;
import dev.tr116.plan.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What a session's folder holds, read once for its checklist.
 *
 * @param folder of the session
 * @param session its {@code session.json}
 * @param planned every run in order
 * @param records of the planned runs that could be read, in order
 * @param unreadable what could not be, in words
 */
record SessionEvidence(
    Path folder,
    KeptJson session,
    List<RunId> planned,
    SequencedMap<RunId, RunEvidence> records,
    List<String> unreadable) {

  /**
   * Reads it.
   *
   * @throws UnreadableRecordException when the folder holds no session that can be read
   */
  static SessionEvidence read(Path folder) {
    var session = KeptJson.read(folder.resolve("session.json"));
    var planned = session.texts("order").stream().map(SessionEvidence::run).toList();
    var records = new LinkedHashMap<RunId, RunEvidence>();
    var unreadable = new ArrayList<String>();
    for (var run : planned) {
      var file = folder.resolve(run.directory()).resolve("metrics.json");
      if (Files.exists(file)) {
        try {
          records.put(run, RunEvidence.read(run, file));
        } catch (UnreadableRecordException broken) {
          unreadable.add(broken.getMessage());
        }
      }
    }
    return new SessionEvidence(
        folder, session, planned, Collections.unmodifiableSequencedMap(records), unreadable);
  }

  /** A property as it was set, or its default. */
  String property(Property property) {
    return session
        .object("properties")
        .optionalField(property.key())
        .orElse(property.standard())
        .strip();
  }

  /** Runs that are measured in any case; the others may be left out. */
  List<RunId> needed() {
    var least = RunCount.parse(property(Property.RUNS)).least();
    return property(Property.ONLY).isEmpty()
        ? planned.stream().filter(run -> run.number() <= least).toList()
        : planned;
  }

  /** The records whose figures count. */
  List<RunEvidence> measured() {
    return records.values().stream().filter(RunEvidence::isMeasured).toList();
  }

  /** The records of each cell. */
  Map<CellId, List<RunEvidence>> cells() {
    return records.values().stream()
        .collect(
            Collectors.groupingBy(run -> run.id().cell(), LinkedHashMap::new, Collectors.toList()));
  }

  /** The second time of a run. */
  Optional<Path> again(RunId run) {
    var directory = run.directory();
    var again = folder.resolve(directory).resolveSibling(directory.getFileName() + "_again");
    return Optional.of(again.resolve("metrics.json")).filter(Files::exists);
  }

  /** The run of a key as {@link RunId#key} writes it; a model's tag may hold slashes itself. */
  private static RunId run(String key) {
    var parts = List.of(key.split("/"));
    var last = parts.size() - 1;
    return new RunId(
        new CellId(
            parts.get(0),
            parts.get(1),
            new Model(String.join("/", parts.subList(2, last - 2))),
            parts.get(last - 2),
            parts.get(last - 1)),
        Integer.parseInt(parts.get(last).substring("run_".length())));
  }
}
