package dev.tr116.cli;

import dev.tr116.conformance.Conformance;
import dev.tr116.exec.OutsideProgram;
import dev.tr116.exec.Patience;
import dev.tr116.plan.SettingsException;
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
    mixinStandardHelpOptions = true)
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
      findings.forEach(out::println);
      var broken = findings.stream().filter(finding -> !finding.isKept()).count();
      out.println(findings.size() - broken + " of " + findings.size() + " rules are kept");
      out.flush();
      return broken == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (SettingsException cannotStart) {
      throw new IllegalArgumentException(String.join("; ", cannotStart.problems()), cannotStart);
    }
  }
}
