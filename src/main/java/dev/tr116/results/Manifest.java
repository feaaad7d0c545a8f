package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code manifest.json} of a session: every raw file with its size and SHA-256. Files that
 * follow from these are not in it.
 *
 * @param session the session's name
 * @param files sorted by path
 */
public record Manifest(String session, List<Entry> files) {
  /** The file's name in the session's folder. */
  public static final String FILE = "manifest.json";

  private static final String SESSION = "session.json";
  private static final String ALGORITHM = "SHA-256";

  public Manifest {
    files = List.copyOf(files);
  }

  /**
   * One raw file.
   *
   * @param path below the session's folder, with {@code /} between names
   * @param bytes its size
   * @param sha256 64 hex digits
   */
  public record Entry(String path, long bytes, String sha256) {}

  /**
   * Reads every raw file of a session as it is now.
   *
   * @throws UncheckedIOException when one cannot be read
   */
  static Manifest of(String session, Path directory) {
    try {
      var entries = new ArrayList<Entry>();
      for (var file : RawFiles.in(directory).entrySet()) {
        var sum = Checksum.of(file.getValue());
        entries.add(new Entry(file.getKey(), sum.bytes(), sum.sha256()));
      }
      return new Manifest(session, entries);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the files of " + directory, unreadable);
    }
  }

  /**
   * The manifest in a session's folder.
   *
   * @throws UnreadableRecordException when it is missing or no manifest
   */
  public static Manifest read(Path directory) {
    var json = KeptJson.read(directory.resolve(FILE));
    if (!json.text("algorithm").equals(ALGORITHM)) {
      throw json.wrong("algorithm", "is not " + ALGORITHM);
    }
    var entries = json.objects("files").stream().map(Manifest::entry).toList();
    if (json.wholeNumber("raw_files", 0) != entries.size()) {
      throw json.wrong("raw_files", "is not the number of files listed, " + entries.size());
    }
    return new Manifest(json.text("session"), entries);
  }

  private static Entry entry(KeptJson json) {
    var sum = json.text("sha256");
    if (!sum.matches("[0-9a-f]{64}")) {
      throw json.wrong("sha256", "is '" + sum + "' instead of 64 hex digits");
    }
    var bytes = json.optionalCount("bytes");
    return new Entry(
        json.text("path"), bytes.orElseThrow(() -> json.wrong("bytes", "tells no size")), sum);
  }

  /** Writes it into a session's folder, whole or not at all. */
  void write(Path directory) {
    var json = Json.object();
    json.put("session", session);
    json.put("algorithm", ALGORITHM);
    json.put("raw_files", files.size());
    var list = json.putArray("files");
    for (var file : files) {
      list.addObject()
          .put("path", file.path())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    AtomicFile.write(directory.resolve(FILE), Json.bytes(json));
  }

  /**
   * Holds the files of a session against its manifest.
   *
   * @throws UnreadableRecordException when there is no session, no manifest, or a file that cannot
   *     be read
   */
  public static ManifestCheck verify(Path directory) {
    return verify(directory, (done, of) -> {});
  }

  /**
   * The same, and tells how far that is.
   *
   * @param progress told how many files of how many were read
   * @throws UnreadableRecordException as {@link #verify(Path)}
   */
  public static ManifestCheck verify(Path directory, StoredSession.Progress progress) {
    if (!KeptSession.isIn(directory)) {
      throw new UnreadableRecordException(directory, "holds no session");
    }
    if (!Files.exists(directory.resolve(FILE))) {
      throw new UnreadableRecordException(
          directory.resolve(FILE),
          "is missing: it is written when a session ends, and this one did not");
    }
    var check = ManifestCheck.of(read(directory), directory, progress);
    if (check.changed().contains(SESSION) && hasNotEnded(directory)) {
      throw new UnreadableRecordException(
          directory.resolve(FILE),
          "is of an earlier end of the session, which was gone on with and has not ended since");
    }
    return check;
  }

  private static boolean hasNotEnded(Path directory) {
    try {
      return KeptSession.withoutRuns(directory).status().equals("running");
    } catch (UnreadableRecordException changedByHand) {
      return false;
    }
  }
}
