package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import dev.tr116.report.page.PageFile;
import dev.tr116.report.study.StudyReport;
import dev.tr116.results.SessionTables;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything that people read of a stored session, made anew from its records. */
@Command(
    name = "report",
    description = {
      "Writes the pages and tables of a stored session anew, from its records; or TR116.md of the"
          + " figures of Technical Report 116 themselves."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tr116 report results/night",
      "  tr116 report results/night --out=/srv/www/night",
      "  tr116 report --reference --out=reference",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:written; each file is named",
      "1:written, but some records cannot be read; each is named",
      "2:misused, no session there, or it cannot be read"
    })
final class ReportCommand implements Callable<Integer> {
  /** What is written; another page is one more line here. */
  private static final List<Page> PAGES =
      List.of(
          SessionTables::write,
          PageFile::write,
          (stored, folder) -> List.of(StudyReport.write(stored, folder)));

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SESSION",
      description = "folder of the session, e.g. results/night")
  private Optional<Path> session = Optional.empty();

  @Option(
      names = "--reference",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FOLDER",
      description =
          "in place of a session: TR116's own figures, as printed or, with a folder of its result"
              + " files or tables of them, at full precision")
  private Optional<String> reference = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "where the files go; without it: the session's folder, for --reference standard output")
  private Optional<Path> out = Optional.empty();

  /** Something that is made of a session. */
  private interface Page {
    /** Writes it into a folder; the files it wrote. */
    List<Path> write(StoredSession session, Path folder);
  }

  ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (session.isPresent() == reference.isPresent()) {
      throw new IllegalArgumentException(
          "name either the folder of a session, e.g. tr116 report results/night, or --reference");
    }
    if (reference.isPresent()) {
      var text =
          reference.get().isEmpty()
              ? StudyReport.ofReference()
              : StudyReport.ofReference(Path.of(reference.get()));
      new TextOutput(spec, out.map(folder -> folder.resolve(StudyReport.FILE))).write(text);
      return ExitCode.OK;
    }
    return pages(SessionFolder.read(session.orElseThrow()));
  }

  private int pages(StoredSession stored) {
    var folder = out.orElse(stored.session().directory());
    var text = spec.commandLine().getOut();
    // None knows of another, and each has its share of the time.
    PAGES.parallelStream()
        .map(page -> page.write(stored, folder))
        .toList()
        .forEach(
            files ->
                files.forEach(
                    file -> text.println("written: " + ConsoleText.line(file.toString()))));
    text.flush();
    var err = spec.commandLine().getErr();
    stored.unreadable().forEach(why -> err.println("left out: " + ConsoleText.line(why)));
    err.flush();
    return stored.unreadable().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
