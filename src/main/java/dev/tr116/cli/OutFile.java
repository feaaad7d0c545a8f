package dev.tr116.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a command writes: a file that appears whole or not at all, or standard output. */
final class OutFile {
  private OutFile() {}

  /** What writes. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes.
   *
   * @param file replaced where it exists; empty for standard output
   * @throws IOException when that is not possible
   */
  static void write(Optional<Path> file, Content content) throws IOException {
    if (file.isEmpty()) {
      content.writeTo(System.out);
      System.out.flush();
      return;
    }
    var target = file.get().toAbsolutePath();
    var folder = Files.createDirectories(target.getParent());
    var temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
    try {
      try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
