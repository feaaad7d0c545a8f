package dev.tr116.results.tr116;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** TR116's figures at full precision, which do not ship with the project. */
public final class FullPrecision {
  private static final String PROPERTY = "tr116reference";
  private static final Path STANDARD = Path.of("..", "shared", "data", "tr116");

  private FullPrecision() {}

  /** Their folder; aborts the test, saying so, where there is none. */
  public static Path folder() {
    missing().ifPresent(Assumptions::abort);
    return named();
  }

  /** Why nothing can be checked against them; empty where they are. */
  static Optional<String> missing() {
    return Files.isRegularFile(named().resolve("runs.csv"))
        ? Optional.empty()
        : Optional.of(
            "TR116's figures at full precision are not at "
                + named().toAbsolutePath().normalize()
                + ", so nothing was checked against them; put runs.csv, single_runs.csv,"
                + " single_calls_rust.csv and raw/ there, or name their folder with -D"
                + PROPERTY
                + "=FOLDER");
  }

  private static Path named() {
    return Path.of(System.getProperty(PROPERTY, STANDARD.toString()));
  }

  /** The 60 dual runs. */
  public static List<ImportedRun> runs() {
    return Tr116Import.runs(table("runs.csv"));
  }

  /** The 24 single-agent configurations. */
  public static List<ImportedSingle> singles() {
    return Stream.concat(
            Tr116Import.singleRuns(table("single_runs.csv")).stream(),
            Tr116Import.singleCalls(table("single_calls_rust.csv")).stream())
        .toList();
  }

  /** One of the tables. */
  public static CsvTable table(String name) {
    return CsvTable.read(folder().resolve(name));
  }

  /** One of the raw files. */
  public static Path raw(String path) {
    return folder().resolve("raw").resolve(path);
  }
}
