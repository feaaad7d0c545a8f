package dev.tr116.cli;

import dev.tr116.conformance.Conformance;
import dev.tr116.exec.OutsideProgram;
import dev.tr116.exec.Patience;
import dev.tr116.plan.SettingsException;
import dev.tr116.report.ConsoleText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which rules of the line protocol a program keeps. */
@Command(
    name = "conformance",
    description = "Says which rules of the line protocol (docs/runtimes.md) a program keeps.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  tr116 conformance -- python3 agents.py", ""},
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every rule is kept",
      "1:some are not; each is named",
      "2:misused, or the program cannot be started"
    })
final class ConformanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "the program and its arguments, after --, e.g. -- python3 agents.py")
  private List<String> words = List.of();

  ConformanceCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    try {
      var findings = Conformance.of(new OutsideProgram(words.getFirst(), words, Patience.STANDARD));
      findings.forEach(finding -> out.println(ConsoleText.line(finding.toString())));
      var broken = findings.stream().filter(finding -> !finding.isKept()).count();
      out.println(findings.size() - broken + " of " + findings.size() + " rules are kept");
      out.flush();
      return broken == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (SettingsException cannotStart) {
      throw new IllegalArgumentException(String.join("; ", cannotStart.problems()), cannotStart);
    }
  }
}
