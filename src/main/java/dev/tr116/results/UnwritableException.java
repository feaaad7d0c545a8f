package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** A file cannot be written: a full disk, no permission, something in its way. */
public final class UnwritableException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private UnwritableException(String message, IOException because) {
    super(message, because);
  }

  /** Says which file, why, and what can be done. */
  static UnwritableException of(Path file, IOException because) {
    return new UnwritableException(
        "cannot write "
            + file
            + ": "
            + reason(because)
            + "; check free space, permissions and what stands in its way, or set tr116.results",
        because);
  }

  /** Why, in a few words; the system's own where it has some. */
  static String reason(IOException because) {
    if (because instanceof FileAlreadyExistsException inTheWay) {
      return inTheWay.getFile() + " is no folder";
    }
    if (because instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    var system =
        because instanceof FileSystemException told
            ? Optional.ofNullable(told.getReason())
            : Optional.ofNullable(because.getMessage());
    return system.orElseGet(because::toString);
  }
}
