package dev.tr116.results.tr116;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that one place holds.
 *
 * @param runs dual runs
 * @param singles single-agent configurations
 */
public record ImportedData(List<ImportedRun> runs, List<ImportedSingle> singles) {
  public ImportedData {
    runs = List.copyOf(runs);
    singles = List.copyOf(singles);
  }

  /**
   * Reads a table of runs, or a folder: its {@code runs.csv}, {@code single_runs.csv} and {@code
   * single_calls_rust.csv}; where it has no {@code runs.csv}, every {@code metrics.json} below it.
   *
   * @throws ImportException when there is nothing to read, or a file cannot be read as what it is
   */
  public static ImportedData read(Path place) {
    if (Files.isRegularFile(place)) {
      return new ImportedData(Tr116Import.runs(CsvTable.read(place)), List.of());
    }
    if (!Files.isDirectory(place)) {
      throw new ImportException(
          place.toString(), "does not exist; name a table of runs (csv) or a folder of results");
    }
    return Files.isRegularFile(place.resolve("runs.csv")) ? tables(place) : rawFiles(place);
  }

  private static ImportedData tables(Path folder) {
    var singles = new ArrayList<ImportedSingle>();
    var runs = folder.resolve("single_runs.csv");
    if (Files.isRegularFile(runs)) {
      singles.addAll(Tr116Import.singleRuns(CsvTable.read(runs)));
    }
    var calls = folder.resolve("single_calls_rust.csv");
    if (Files.isRegularFile(calls)) {
      singles.addAll(Tr116Import.singleCalls(CsvTable.read(calls)));
    }
    return new ImportedData(Tr116Import.runs(CsvTable.read(folder.resolve("runs.csv"))), singles);
  }

  private static ImportedData rawFiles(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.endsWith("metrics.json")).sorted().toList();
    } catch (IOException unreadable) {
      throw new ImportException(folder.toString(), "cannot be read (%s)".formatted(unreadable));
    }
    if (files.isEmpty()) {
      throw new ImportException(
          folder.toString(), "holds neither runs.csv nor a metrics.json of TR116");
    }
    var runs = new ArrayList<ImportedRun>();
    var singles = new ArrayList<ImportedSingle>();
    for (var file : files) {
      if (Tr116Import.isDual(file)) {
        runs.add(Tr116Import.dual(file));
      } else {
        singles.add(Tr116Import.single(file));
      }
    }
    return new ImportedData(runs, singles);
  }
}
