package dev.tr116.results;

import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.results.RunRecord.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The folder of a session, new or to be gone on with, for this process alone. */
public final class SessionPlace implements AutoCloseable {
  static final String LOCK = ".session.lock";

  private final String name;
  private final Path directory;
  private final Instant openedAt;
  private final LockFile lock;
  private final Optional<Resumption> resumption;

  private SessionPlace(
      String name,
      Path directory,
      Instant openedAt,
      LockFile lock,
      Optional<Resumption> resumption) {
    this.name = name;
    this.directory = directory;
    this.openedAt = openedAt;
    this.lock = lock;
    this.resumption = resumption;
  }

  /**
   * Takes the folder that some settings name.
   *
   * @throws SettingsException when it cannot be written, when another process measures there, or
   *     when it holds a session with another plan
   */
  public static SessionPlace open(Settings settings, Matrix matrix) {
    return open(settings, matrix, Instant.now());
  }

  /** The same at a time that need not be after that of earlier processes: clocks are set. */
  static SessionPlace open(Settings settings, Matrix matrix, Instant now) {
    var results = settings.results().toAbsolutePath().normalize();
    var name = SessionName.of(settings, results, now);
    var attempt = take(settings, results.resolve(name), name);
    // Another process took the name of this second first.
    while (attempt.held().isEmpty() && settings.session().isEmpty()) {
      name = SessionName.of(settings, results, now);
      attempt = take(settings, results.resolve(name), name);
    }
    if (attempt.held().isEmpty()) {
      throw new SettingsException(
          List.of(
              Property.SESSION.key()
                  + "="
                  + name
                  + " is being measured by "
                  + attempt.owner()
                  + "; wait for its end, or choose another name"));
    }
    var lock = attempt.held().get();
    var directory = results.resolve(name);
    var place = new SessionPlace(name, directory, now, lock, begun(directory, lock));
    try {
      place.resumption.ifPresent(begun -> begun.requireSamePlan(settings, matrix));
      return place;
    } catch (RuntimeException refused) {
      place.close();
      throw refused;
    }
  }

  private static LockFile.Attempt take(Settings settings, Path directory, String name) {
    try {
      return LockFile.take(directory.resolve(LOCK), "session " + name);
    } catch (UnwritableException unwritable) {
      var refused =
          new SettingsException(
              List.of(
                  Property.RESULTS.key()
                      + "="
                      + settings.results()
                      + ": "
                      + directory
                      + " cannot be written: "
                      + UnwritableException.reason(unwritable.getCause())
                      + "; name a folder that can be made and written"));
      refused.addSuppressed(unwritable);
      throw refused;
    }
  }

  private static Optional<Resumption> begun(Path directory, LockFile lock) {
    try {
      return Resumption.in(directory);
    } catch (UnreadableRecordException broken) {
      lock.close();
      var refused =
          new SettingsException(
              List.of(
                  Property.SESSION.key()
                      + "="
                      + directory.getFileName()
                      + ": "
                      + broken.getMessage()
                      + "; it cannot be gone on with, choose another name"));
      refused.addSuppressed(broken);
      throw refused;
    }
  }

  /** The session's name. */
  public String name() {
    return name;
  }

  /** Its folder. */
  public Path directory() {
    return directory;
  }

  /** When the session was begun, be it now or by an earlier process. */
  public Instant startedAt() {
    return resumption.map(begun -> begun.begun().startedAt()).orElse(openedAt);
  }

  /** Whether an earlier process began the session. */
  public boolean isResumed() {
    return resumption.isPresent();
  }

  /**
   * The store of the session, with what an earlier process left of it.
   *
   * @param served what the servers say of a model
   * @throws SettingsException when it was begun under other conditions
   */
  public ResultStore store(Session session, Function<Model, ServedModel> served) {
    if (resumption.isEmpty()) {
      return ResultStore.create(session);
    }
    resumption.get().requireAlike(session);
    return ResultStore.resume(session, resumption.get().keep(session, served, openedAt));
  }

  /** Lets go of the folder; one in which nothing was begun is removed. */
  @Override
  public void close() {
    lock.close();
    try {
      if (!KeptSession.isIn(directory) && holdsOnlyItsLock()) {
        Files.deleteIfExists(directory.resolve(LOCK));
        Files.deleteIfExists(directory);
      }
    } catch (DirectoryNotEmptyException begunByAnotherMeanwhile) {
      // It is the other's now.
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot let go of " + directory, failed);
    }
  }

  private boolean holdsOnlyItsLock() throws IOException {
    try (var files = Files.list(directory)) {
      return files.allMatch(file -> file.endsWith(LOCK));
    }
  }
}
