package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the sessions that are joined.
 *
 * @param session as its file tells it, without its runs
 * @param plan which part of which plan it is
 * @param endpoints its servers, as it was told them
 */
record MergeSource(KeptSession session, WholePlan plan, String endpoints) {
  /** What follows from the runs and is written anew, and what is of no use in another folder. */
  private static final Pattern NOT_RAW =
      Pattern.compile(
          "summary\\..*|analysis\\.csv|report\\.html|manifest\\.json|comparison\\..*|TR116\\.md"
              + "|\\..*");

  /**
   * Reads a session's folder.
   *
   * @throws MergeException when it holds none, or one of a version that told no plan
   */
  static MergeSource read(Path folder) {
    var directory = folder.toAbsolutePath().normalize();
    if (!KeptSession.isIn(directory)) {
      throw new MergeException(List.of(folder + " holds no session"));
    }
    var json = KeptJson.read(directory.resolve("session.json"));
    var plan =
        WholePlan.read(json)
            .orElseThrow(
                () ->
                    new MergeException(
                        List.of(
                            folder
                                + " does not tell its plan; it was measured by an older version")));
    return new MergeSource(
        KeptSession.withoutRuns(directory), plan, json.object("settings").text("endpoints"));
  }

  Path directory() {
    return session.directory();
  }

  String name() {
    return session.name();
  }

  Path folderOf(RunId run) {
    return directory().resolve(run.directory());
  }

  Optional<Shard> shard() {
    return plan.shard().map(Shard::parse);
  }

  /** The name it was asked for, without the part that tells its shard. */
  Optional<String> askedName() {
    return Optional.ofNullable(session.properties().get(Property.SESSION.key())).map(String::strip);
  }

  /** Takes hold of the session, so that nobody goes on with it meanwhile. */
  LockFile lock() {
    var attempt = LockFile.take(directory().resolve(SessionPlace.LOCK), "joining of " + name());
    return attempt
        .held()
        .orElseThrow(
            () ->
                new MergeException(
                    List.of(
                        directory() + " is in use by " + attempt.owner() + "; wait for its end")));
  }

  /** What the session noted down beside its runs. */
  List<Path> notes() {
    var notes = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(directory(), Files::isRegularFile)) {
      for (var file : files) {
        if (!NOT_RAW.matcher(file.getFileName().toString()).matches()) {
          notes.add(file);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + directory(), unreadable);
    }
    var ofItsParts = directory().resolve(MergedNotes.FOLDER);
    if (Files.isDirectory(ofItsParts)) {
      notes.add(ofItsParts);
    }
    return notes;
  }

  ObjectNode json() {
    var json = Json.object();
    json.put("session", name());
    Json.put(json, "shard", plan.shard());
    json.put("status", session.status());
    json.put("started_at", Instants.millis(session.startedAt()));
    json.put("endpoints", endpoints);
    json.set("backend", BackendJson.of(session.backend()));
    json.set("environment", EnvironmentJson.machine(session.environment()));
    return json;
  }
}
