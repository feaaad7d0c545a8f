package dev.tr116.artifacts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are read, told apart by the end of their names. */
enum ArtifactKind {
  CSV(".csv", "CSV") {
    @Override
    String outline(FileHead head) {
      return CsvOutline.of(head);
    }
  },
  JSON(".json", "JSON") {
    @Override
    String outline(FileHead head) {
      return JsonOutline.of(head);
    }
  },
  MARKDOWN(".md", "Markdown") {
    @Override
    String outline(FileHead head) {
      return MarkdownOutline.of(head);
    }
  };

  private final String ending;
  private final String label;

  ArtifactKind(String ending, String label) {
    this.ending = ending;
    this.label = label;
  }

  /** The kind of a file; nothing for one that is not read. */
  static Optional<ArtifactKind> of(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> name.endsWith(kind.ending)).findFirst();
  }

  /** What a file of this kind holds, in one line. */
  abstract String outline(FileHead head);

  /** The word for people. */
  String label() {
    return label;
  }
}
