package dev.tr116.exec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program in Python that comes with this project, as a file while it is needed. */
final class ShippedPython implements AutoCloseable {
  private static final String RESOURCE = "agents.py";

  private final Path file;

  ShippedPython() {
    try (var source = ShippedPython.class.getResourceAsStream(RESOURCE)) {
      if (source == null) {
        throw new IllegalStateException(RESOURCE + " is missing in this build");
      }
      file = Files.createTempFile("tr116-", ".py");
      Files.write(file, source.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the Python program cannot be written", e);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the Python program cannot be deleted", e);
    }
  }
}
