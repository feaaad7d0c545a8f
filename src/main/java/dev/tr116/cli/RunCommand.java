package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, as {@code mvn verify} does, without Maven. */
@Command(
    name = "run",
    description = "Measures a session: every run, a verdict for each cell, comparison, checklist.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "tr116 run [OPTIONS]",
    footer = {
      "",
      "-Dtr116.x=y means --x=y. Values in brackets are defaults.",
      "",
      "Examples:",
      "  tr116 run --models=gemma3",
      "  tr116 run --models=gemma3,qwen2.5 --endpoints=http://gpu1:11434,http://gpu2:11434",
      "  tr116 run --plan=tr119 --models=gemma3 --agents=1,2,4",
      "  tr116 run --models=gemma3 --session=after --compare=before",
      "  tr116 run --backend=scripted --runs=3",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:measured, and every enforced objective holds",
      "1:a run failed or is invalid, an enforced objective or the checklist is violated",
      "2:nothing was begun: settings, servers or preflight; each reason is named",
      "130:interrupted; what was measured is kept"
    })
final class RunCommand implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("report.html", "TR116.md", "summary.md", "comparison.md", "checklist.md");

  @Spec private CommandSpec spec;

  @Option(names = "-D", paramLabel = "NAME=VALUE", mapFallbackValue = "", hidden = true)
  private Map<String, String> defined = new LinkedHashMap<>();

  RunCommand() {}

  @Override
  public Integer call() {
    var given = PropertyOptions.given(spec.commandLine().getParseResult(), defined);
    var before = new HashMap<String, @Nullable String>();
    given.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    try (var interrupted = Interrupted.watch()) {
      var outcomes = Launch.of(Benchmark.class);
      outcomes.folder().ifPresent(this::tellPages);
      if (interrupted.isTold()) {
        if (outcomes.folder().isEmpty()) {
          spec.commandLine().getErr().println("interrupted before anything was measured");
        }
        return Interrupted.EXIT_CODE;
      }
      outcomes.failed().forEach(this::tell);
      return exitCode(outcomes);
    } finally {
      before.forEach(RunCommand::restore);
    }
  }

  private static int exitCode(Outcomes outcomes) {
    if (outcomes.failed().stream().anyMatch(Outcomes.Failed::isRefusal)) {
      return ExitCode.USAGE;
    }
    return outcomes.failed().isEmpty() && outcomes.finished() > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void tellPages(Path folder) {
    var out = spec.commandLine().getOut();
    PAGES.stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .forEach(page -> out.println("        " + ConsoleText.line(page.toString())));
    out.flush();
  }

  private void tell(Outcomes.Failed failed) {
    var err = spec.commandLine().getErr();
    failed
        .worded()
        .ifPresentOrElse(
            why -> tell(err, failed, String.valueOf(why.getMessage())),
            () -> {
              err.println("This is a fault of tr116 itself:");
              failed.thrown().printStackTrace(err);
            });
    err.flush();
  }

  private static void tell(PrintWriter err, Outcomes.Failed failed, String message) {
    var text = ConsoleText.lines(message).strip();
    if (failed.isRefusal()) {
      err.println(text);
    } else {
      err.println("failed: " + ConsoleText.line(failed.name()));
      text.lines().forEach(line -> err.println("    " + line));
    }
  }

  private static void restore(String name, @Nullable String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
