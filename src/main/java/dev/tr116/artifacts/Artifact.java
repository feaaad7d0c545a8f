package dev.tr116.artifacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that is there to be read.
 *
 * @param file absolute
 * @param name from the folder on, with slashes
 * @param kind of what it holds
 * @param bytes its size when the folder was looked through
 * @param changed when it was last written, by then
 */
record Artifact(Path file, String name, ArtifactKind kind, long bytes, Instant changed) {
  /** What it holds now, in one line. */
  String outline() {
    try {
      var head = FileHead.of(file);
      if (head.bytes() == 0) {
        return "empty";
      }
      return head.isBinary() ? "binary, not read" : kind.outline(head);
    } catch (IOException unreadable) {
      // The reason may tell of paths that do not belong in a prompt.
      return "cannot be read";
    }
  }
}
