package dev.tr116.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a session, held against its manifest.
 *
 * @param files how many are listed
 * @param changed listed files with other bytes
 * @param missing listed files that are not there
 * @param unlisted raw files that the manifest does not know
 */
public record ManifestCheck(
    int files, List<String> changed, List<String> missing, List<String> unlisted) {
  public ManifestCheck {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    unlisted = List.copyOf(unlisted);
  }

  static ManifestCheck of(Manifest manifest, Path directory, StoredSession.Progress progress) {
    try {
      var there = RawFiles.in(directory);
      var changed = new ArrayList<String>();
      var missing = new ArrayList<String>();
      var read = 0;
      for (var listed : manifest.files()) {
        progress.at(++read, manifest.files().size());
        var file = there.remove(listed.path());
        if (file == null) {
          missing.add(listed.path());
        } else if (!Checksum.of(file).equals(new Checksum(listed.bytes(), listed.sha256()))) {
          changed.add(listed.path());
        }
      }
      return new ManifestCheck(
          manifest.files().size(), changed, missing, List.copyOf(there.keySet()));
    } catch (IOException unreadable) {
      throw new UnreadableRecordException(directory, "cannot be read: " + unreadable, unreadable);
    }
  }

  /** Whether every listed file is there with the same bytes, and no other raw file is. */
  public boolean isIntact() {
    return changed.isEmpty() && missing.isEmpty() && unlisted.isEmpty();
  }

  /** One line for each file that is not as it was, e.g. {@code changed: .../metrics.json}. */
  public List<String> findings() {
    return Stream.of(
            changed.stream().map("changed: "::concat),
            missing.stream().map("missing: "::concat),
            unlisted.stream().map("not in the manifest: "::concat))
        .flatMap(lines -> lines)
        .toList();
  }
}
