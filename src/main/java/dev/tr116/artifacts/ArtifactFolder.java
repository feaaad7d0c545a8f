package dev.tr116.artifacts;

import java.util.Comparator;
import java.util.List;

/**
 * The files of a folder as they stood at one moment. They are read again each time a digest is
 * taken; files that came later are not among them.
 */
public final class ArtifactFolder {
  /** Enough for a prompt; the newest are the ones worth reading. */
  static final int MOST_READ = 100;

  private final String name;
  private final List<Artifact> all;
  private final List<Artifact> read;

  /** The files found, by name. */
  ArtifactFolder(String name, List<Artifact> all) {
    this.name = name;
    this.all = List.copyOf(all);
    this.read =
        all.stream()
            .sorted(Comparator.comparing(Artifact::changed).reversed())
            .limit(MOST_READ)
            .sorted(Comparator.comparing(Artifact::name))
            .toList();
  }

  /** How many files there are, read or not. */
  public int files() {
    return all.size();
  }

  /**
   * Reads the beginning of each of the newest files and says what is in the folder, in lines of
   * plain text.
   *
   * @param most characters of the text
   */
  public String digest(int most) {
    return Digest.of(name, all, read, most);
  }
}
