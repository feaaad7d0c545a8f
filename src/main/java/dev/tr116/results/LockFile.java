package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that one process holds. The operating system lets go of it with the process, however that
 * ends; a text beside it only tells who holds it.
 *
 * <p>The file itself is never removed by whoever lets go of it: another process may have opened it
 * already, and would then hold a file that nobody else sees.
 */
final class LockFile implements AutoCloseable {
  private final Path owner;
  private final FileChannel channel;

  private LockFile(Path owner, FileChannel channel) {
    this.owner = owner;
    this.channel = channel;
  }

  /** The lock, or who holds it. */
  record Attempt(Optional<LockFile> held, String owner) {}

  /**
   * Tries to get hold of a file; never waits.
   *
   * @param what it is held for
   * @throws UnwritableException when the file cannot be written
   */
  static Attempt take(Path file, String what) {
    var beside = owner(file);
    try {
      var before = read(beside);
      // A process that opens and closes a file it holds loses its lock on many systems.
      if (before.contains(thisProcess())) {
        return new Attempt(Optional.empty(), before);
      }
      Files.createDirectories(file.getParent());
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (lock(channel).isEmpty()) {
          channel.close();
          var holder = read(beside);
          return new Attempt(Optional.empty(), holder.isEmpty() ? "another process" : holder);
        }
        var text = what + ", " + thisProcess() + " since " + Instants.millis(Instant.now());
        AtomicFile.write(beside, text.getBytes(StandardCharsets.UTF_8));
        return new Attempt(Optional.of(new LockFile(beside, channel)), text);
      } catch (IOException | RuntimeException failed) {
        channel.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw UnwritableException.of(file, failed);
    }
  }

  /** The file that tells who holds another. */
  static Path owner(Path file) {
    return file.resolveSibling(file.getFileName() + ".owner");
  }

  /** The name of this machine. */
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "this machine";
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /** Numbers of processes come again, in containers at every start; with the start they do not. */
  private static String thisProcess() {
    var process = ProcessHandle.current();
    return "process "
        + process.pid()
        + " on "
        + host()
        + process.info().startInstant().map(at -> ", started " + Instants.millis(at)).orElse("");
  }

  private static String read(Path text) throws IOException {
    try {
      return Files.readString(text).strip();
    } catch (NoSuchFileException nobody) {
      return "";
    }
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(owner);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot let go of a lock, " + owner, failed);
    }
  }
}
