package dev.tr116.cli;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Comparison;
import dev.tr116.plan.Property;
import dev.tr116.report.ConsoleText;
import dev.tr116.results.KeptSession;
import dev.tr116.results.SessionComparison;
import dev.tr116.slo.Change;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Holds a stored session against an earlier one. */
@Command(
    name = "compare",
    description = "Says in which figures a stored session is worse or better than an earlier one.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  tr116 compare results/after results/before",
      "  tr116 compare results/after results/before --min-effect=10 --out=comparison.md",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no figure is worse, as far as the runs can tell",
      "1:some are; each is named",
      "2:misused, no such session, or they were measured under other conditions"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SESSION",
      description = "folder of the session, e.g. results/after")
  private Path session = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "BEFORE",
      description = "folder of the earlier one, e.g. results/before")
  private Path before = Path.of("");

  @Option(
      names = "--min-effect",
      paramLabel = "PERCENT",
      description = "percent that a figure must change by to count, 0 to 99 [5]")
  private double minEffect = Double.parseDouble(Property.COMPARE_MIN_EFFECT.standard());

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the table goes (Markdown); without it: standard output")
  private Optional<Path> out = Optional.empty();

  CompareCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!(minEffect >= 0 && minEffect <= 99)) {
      throw new ParameterException(
          spec.commandLine(),
          "--min-effect=" + minEffect + ": write a number from 0 to 99, e.g. 5");
    }
    var earlier = read(before);
    var here = read(session);
    if (here.directory().toRealPath().equals(earlier.directory().toRealPath())) {
      throw new ParameterException(
          spec.commandLine(), "a session cannot be compared with itself; name an earlier one");
    }
    var verdict =
        new SessionComparison(earlier)
            .with(here, new Comparison(earlier.directory(), minEffect), seed(here), true);
    OutFile.write(
        out, to -> to.write(SessionComparison.markdown(verdict).getBytes(StandardCharsets.UTF_8)));
    var text = out.isPresent() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    text.println(verdict.outcome() + ": " + verdict.counts());
    for (var worse : verdict.changed(Change.REGRESSED)) {
      tell(text, worse.cell(), worse.metric().title() + " " + worse.why());
    }
    verdict
        .refused()
        .forEach((cell, why) -> tell(text, cell, "other conditions: " + String.join("; ", why)));
    text.flush();
    return switch (verdict.outcome()) {
      case PASS, INCONCLUSIVE -> ExitCode.OK;
      case FAIL -> ExitCode.SOFTWARE;
      case INVALID -> ExitCode.USAGE;
    };
  }

  private static void tell(PrintWriter text, CellId cell, String what) {
    text.println("    " + ConsoleText.line(cell.displayName() + ": " + what));
  }

  private static KeptSession read(Path given) {
    var session = KeptSession.read(SessionFolder.of(given));
    if (session.runs().isEmpty()) {
      throw new IllegalArgumentException(given + " holds no run; measure one first");
    }
    return session;
  }

  /** That of the later session, so that its own comparison draws the same samples. */
  private static long seed(KeptSession session) {
    return Long.parseLong(
        session.properties().getOrDefault(Property.SEED.key(), Property.SEED.standard()).strip());
  }
}
