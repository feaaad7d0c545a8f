package dev.tr116.server.llama;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The folder that keeps generated models, each beside a checksum file in the format of {@code
 * sha256sum}. What does not match its checksum, or was made by another version of the generator, is
 * made anew.
 */
final class ModelCache {
  /** To be raised with every change to the bytes of a model. */
  static final String GENERATOR_VERSION = "1";

  private static final Pattern NOTE =
      Pattern.compile(
          """
          # generator version (?<version>\\w+), (?<parameters>\\d+) parameters
          (?<digest>[0-9a-f]{64})  [\\w.-]+
          """);
  private static final long SEED = 116;
  private static final long LOCK_RETRY_NANOS = 20_000_000;

  private final Path folder;
  private final Function<StandInModel, GgufFile> generator;

  ModelCache(Path folder) {
    this(folder, StandInModel::file);
  }

  ModelCache(Path folder, Function<StandInModel, GgufFile> generator) {
    this.folder = folder.toAbsolutePath();
    this.generator = generator;
  }

  /** That folder's models, or those of the user's cache folder. */
  static ModelCache in(Optional<Path> folder) {
    return new ModelCache(folder.orElseGet(() -> userCache().resolve("tr116")).resolve("models"));
  }

  /** The file of a model, generated if need be; safe when several processes ask at once. */
  ModelFile get(StandInModel model) {
    try {
      Files.createDirectories(folder);
      var lockFile = folder.resolve(model.fileName() + ".lock");
      try (var channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = lock(channel)) {
        assert lock.isValid();
        var kept = kept(model);
        return kept.isPresent() ? kept.get() : generate(model);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep models in " + folder, e);
    }
  }

  private Optional<ModelFile> kept(StandInModel model) throws IOException {
    var path = folder.resolve(model.fileName());
    var checksum = checksumFile(path);
    if (!Files.exists(path) || !Files.exists(checksum)) {
      return Optional.empty();
    }
    var note = NOTE.matcher(Files.readString(checksum));
    return note.matches()
            && note.group("version").equals(GENERATOR_VERSION)
            && note.group("digest").equals(Sha256.of(path))
        ? Optional.of(
            new ModelFile(
                model, path, note.group("digest"), Long.parseLong(note.group("parameters"))))
        : Optional.empty();
  }

  private ModelFile generate(StandInModel model) throws IOException {
    var path = folder.resolve(model.fileName());
    var unfinished = folder.resolve(model.fileName() + ".tmp");
    Files.deleteIfExists(checksumFile(path));
    var file = generator.apply(model);
    var digest = Sha256.digest();
    try (var out =
        new BufferedOutputStream(
            new DigestOutputStream(Files.newOutputStream(unfinished), digest), 1 << 16)) {
      file.write(out, SEED);
    }
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    var made = new ModelFile(model, path, Sha256.hex(digest), file.parameters());
    Files.writeString(unfinished, note(made));
    Files.move(unfinished, checksumFile(path), StandardCopyOption.ATOMIC_MOVE);
    return made;
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        // Another thread of this process has it; the operating system only knows processes.
        LockSupport.parkNanos(LOCK_RETRY_NANOS);
      }
    }
  }

  private static Path checksumFile(Path path) {
    return path.resolveSibling(path.getFileName() + ".sha256");
  }

  private static String note(ModelFile file) {
    return "# generator version %s, %d parameters\n%s  %s\n"
        .formatted(GENERATOR_VERSION, file.parameters(), file.digest(), file.path().getFileName());
  }

  private static Path userCache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
  }
}
