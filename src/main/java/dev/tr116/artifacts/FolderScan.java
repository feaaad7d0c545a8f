package dev.tr116.artifacts;

import dev.tr116.plan.Property;
import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Looks through a folder and those in it; hidden ones and symbolic links are left out. */
public final class FolderScan extends SimpleFileVisitor<Path> {
  /** More than this is no folder of results, and would take too long. */
  static final int MOST_FILES = 50_000;

  private final Path root;
  private final Set<Path> leftOut;
  private final List<Artifact> artifacts = new ArrayList<>();
  private int seen;

  private FolderScan(Path root, Set<Path> leftOut) {
    this.root = root;
    this.leftOut = leftOut;
  }

  /**
   * The files of a folder as they stand now.
   *
   * @param folder to look through
   * @param leftOut folders that do not count
   * @throws SettingsException when there is nothing to read, saying what to write instead
   */
  public static ArtifactFolder of(Path folder, Set<Path> leftOut) {
    var given = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(given)) {
      throw wrong(folder, "there is no such folder");
    }
    FolderScan scan;
    try {
      // Links are not followed, except for the one that was given by hand.
      var root = Files.isSymbolicLink(given) ? given.toRealPath() : given;
      scan = new FolderScan(root, leftOut);
      Files.walkFileTree(root, scan);
    } catch (IOException unreadable) {
      throw wrong(folder, "it cannot be read (" + unreadable + ")");
    }
    if (scan.seen > MOST_FILES) {
      throw wrong(folder, "it holds more than " + MOST_FILES + " files");
    }
    if (scan.artifacts.isEmpty()) {
      throw wrong(folder, "it holds no .csv, .json or .md file");
    }
    scan.artifacts.sort(Comparator.comparing(Artifact::name));
    return new ArtifactFolder(String.valueOf(given.getFileName()), scan.artifacts);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    var isOut = leftOut.contains(directory) || (!directory.equals(root) && isHidden(directory));
    return isOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isHidden(file)) {
      ArtifactKind.of(file).ifPresent(kind -> add(file, kind, attributes));
    }
    return ++seen > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  /** What may not be looked into is as good as not there. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    if (file.equals(root)) {
      throw why;
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Path file, ArtifactKind kind, BasicFileAttributes attributes) {
    var name = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    artifacts.add(
        new Artifact(
            file, name, kind, attributes.size(), attributes.lastModifiedTime().toInstant()));
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static SettingsException wrong(Path folder, String what) {
    return new SettingsException(
        List.of(
            Property.WORKLOAD.key()
                + "=report reads "
                + folder
                + ": "
                + what
                + "; write "
                + Property.WORKLOAD_FOLDER.key()
                + "= and a folder with .csv, .json or .md files"));
  }
}
