package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import dev.tr116.results.SessionExport;
import dev.tr116.results.StoredSession;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a stored session to other programs. */
@Command(
    name = "export",
    description = {
      "Writes a stored session for other programs, made anew from its records: a table (csv), or",
      "settings, summaries and records in one file (json)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An absent figure is an empty field, or null. Times of a call and its chunks are ns from the",
      "barrier that released its agents.",
      "",
      "Examples:",
      "  tr116 export results/night --out=night.csv",
      "  tr116 export results/night --table=chunks | gzip > chunks.csv.gz",
      "  tr116 export results/night --format=json --out=night.json",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:written",
      "1:written, but some records cannot be read; each is named",
      "2:misused, no session there, or it cannot be read"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SESSION", description = "folder of the session, e.g. results/night")
  private Path session = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} [csv]")
  private Format format = Format.csv;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "${COMPLETION-CANDIDATES}: a row for each of them [runs]; csv only")
  private Optional<Table> table = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where it goes; without it: standard output")
  private Optional<Path> out = Optional.empty();

  /** How it is written. */
  enum Format {
    csv,
    json
  }

  /** What a row is of. */
  enum Table {
    runs,
    calls,
    chunks
  }

  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (format == Format.json && table.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--table chooses a csv; --format=json holds everything");
    }
    var stored = SessionFolder.read(session);
    OutFile.write(out, to -> write(stored, to));
    var err = spec.commandLine().getErr();
    stored.unreadable().forEach(why -> err.println("left out: " + ConsoleText.line(why)));
    err.flush();
    return stored.unreadable().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void write(StoredSession stored, OutputStream to) throws IOException {
    if (format == Format.json) {
      SessionExport.json(stored, to);
      return;
    }
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    switch (table.orElse(Table.runs)) {
      case runs -> SessionExport.runs(stored, writer);
      case calls -> SessionExport.calls(stored, writer);
      case chunks -> SessionExport.chunks(stored, writer);
    }
    writer.flush();
  }
}
