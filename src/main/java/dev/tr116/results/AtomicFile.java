package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: temporary file, forced to disk, renamed. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes and, where a file of that name exists, replaces it.
   *
   * @throws UnwritableException when the disk is full or the folder cannot be written
   */
  public static void write(Path file, byte[] content) {
    var temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try {
        force(temporary, content);
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException failed) {
        remove(temporary, failed);
        throw failed;
      }
    } catch (IOException failed) {
      throw UnwritableException.of(file, failed);
    }
  }

  /**
   * Removes what is left in a folder of files whose writing was cut short.
   *
   * @throws UncheckedIOException when that is not possible
   */
  static void removeUnfinished(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, ".*.part")) {
      for (var file : files) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove unfinished files in " + folder, failed);
    }
  }

  /**
   * Forces the names of the files in a folder to disk, so that they outlive the machine as well;
   * where the system cannot do that for folders, it does nothing.
   *
   * @throws UncheckedIOException when that is not possible
   */
  static void forceNames(Path folder) {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot force " + folder + " to disk", failed);
    }
  }

  private static void force(Path temporary, byte[] content) throws IOException {
    try (var channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void remove(Path temporary, IOException because) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException alsoFailed) {
      because.addSuppressed(alsoFailed);
    }
  }
}
