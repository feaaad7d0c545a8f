package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import dev.tr116.report.page.PageFile;
import dev.tr116.results.SessionTables;
import dev.tr116.results.StoredSession;
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
    description = "Writes the pages and tables of a stored session anew, from its records.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tr116 report results/night",
      "  tr116 report results/night --out=/srv/www/night",
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
  private static final List<Page> PAGES = List.of(SessionTables::write, PageFile::write);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SESSION", description = "folder of the session, e.g. results/night")
  private Path session = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "where the files go; without it: the session's folder")
  private Optional<Path> out = Optional.empty();

  /** Something that is made of a session. */
  private interface Page {
    /** Writes it into a folder; the files it wrote. */
    List<Path> write(StoredSession session, Path folder);
  }

  ReportCommand() {}

  @Override
  public Integer call() {
    var stored = SessionFolder.read(session);
    var folder = out.orElse(stored.session().directory());
    var text = spec.commandLine().getOut();
    for (var page : PAGES) {
      page.write(stored, folder)
          .forEach(file -> text.println("written: " + ConsoleText.line(file.toString())));
    }
    text.flush();
    var err = spec.commandLine().getErr();
    stored.unreadable().forEach(why -> err.println("left out: " + ConsoleText.line(why)));
    err.flush();
    return stored.unreadable().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
