package dev.tr116.cli;

import dev.tr116.audit.Audit;
import dev.tr116.audit.AuditMarkdown;
import dev.tr116.audit.Claims;
import dev.tr116.audit.DataSet;
import dev.tr116.audit.MeasuredPage;
import dev.tr116.audit.Measurements;
import dev.tr116.audit.PrintedData;
import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.ImportedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds claims against data and says which reproduce. */
@Command(
    name = "audit",
    description = "Holds the claims of a report against data and says which reproduce.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tr116 audit --out=audit.md",
      "  tr116 audit --claims=claims.csv --data=runs.csv",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:audited, whatever was found", "2:misused, or something cannot be read"})
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = "table of claims (csv); without it: the claims of TR116")
  private Optional<Path> claims = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "PLACE",
      description =
          "table of runs (csv), or a folder with TR116's tables or metrics.json files; without it:"
              + " the figures TR116 prints")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the findings go (Markdown); without it: standard output")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "writes the page on what TR116 measured instead; needs --data with TR116's files")
  private Optional<Path> page = Optional.empty();

  AuditCommand() {}

  @Override
  public Integer call() throws IOException {
    var held = data.map(AuditCommand::read).orElseGet(PrintedData::ofTr116);
    if (page.isPresent()) {
      new TextOutput(spec, page).write(MeasuredPage.of(held));
      return 0;
    }
    var findings =
        Audit.of(claims.map(CsvTable::read).map(Claims::of).orElseGet(Claims::ofTheReport), held);
    new TextOutput(spec, out).write(AuditMarkdown.of(findings, held));
    return 0;
  }

  private static DataSet read(Path place) {
    var imported = ImportedData.read(place);
    return Measurements.of(
        "the measurements of " + place.getFileName(), imported.runs(), imported.singles());
  }
}
