package dev.tr116.report.allure;

import java.nio.file.Path;

/**
 * A file beside the report that a page links to.
 *
 * @param name what the link says, e.g. {@code metrics.json}
 * @param file where it is
 */
public record FileLink(String name, Path file) {
  /** A link that says the file's own name. */
  public static FileLink of(Path file) {
    return new FileLink(String.valueOf(file.getFileName()), file);
  }
}
