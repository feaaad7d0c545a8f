package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import dev.tr116.report.LongWork;
import dev.tr116.report.page.PageFile;
import dev.tr116.report.study.StudyReport;
import dev.tr116.results.MergeReport;
import dev.tr116.results.SessionMerge;
import dev.tr116.results.StoredSession;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins sessions of one plan into a new one. */
@Command(
    name = "merge",
    description =
        "Joins sessions of one plan, e.g. its shards, into a new one, and finds runs that are"
            + " missing or were measured twice.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  tr116 merge --out=results/night results/night-shard-1-of-2 results/night-shard-2-of-2",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every run of the plan is there",
      "1:joined, but runs are missing; each is named",
      "2:they cannot be joined; every reason is named"
    })
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "folder of the new session, e.g. results/night; must not exist")
  private Path out = Path.of("");

  @Parameters(
      paramLabel = "SESSION",
      arity = "1..*",
      description = "folders of the sessions, e.g. results/night-shard-1-of-4")
  private List<Path> sessions = List.of();

  MergeCommand() {}

  @Override
  public Integer call() {
    MergeReport report;
    try (var work = LongWork.of("joining runs, step")) {
      report = SessionMerge.merge(sessions, out, work::at);
    }
    var text = spec.commandLine().getOut();
    report.notes().forEach(note -> text.println(ConsoleText.line("differs: " + note)));
    report.doubles().forEach(twice -> text.println(ConsoleText.line("twice, alike: " + twice)));
    report.gaps().forEach(gap -> text.println(ConsoleText.line(gap)));
    var stored = StoredSession.read(report.session());
    var page = PageFile.write(stored);
    var study = StudyReport.write(stored, report.session());
    text.println(
        (report.isComplete() ? "complete: " : "partial: ")
            + report.runs()
            + (report.runs() == 1 ? " run in " : " runs in ")
            + report.session());
    text.println("page: " + page);
    text.println("page: " + study);
    text.flush();
    return report.isComplete() ? 0 : 1;
  }
}
