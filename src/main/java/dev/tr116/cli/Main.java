package dev.tr116.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tr116}: what can be done without a test run. */
@Command(
    name = "tr116",
    description = "What can be done without a test run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditCommand.class)
public final class Main {
  private Main() {}

  /** Runs a command and ends the JVM with its exit code: 0, or 2 when it was misused. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              line.getErr().println(failure.getMessage());
              return CommandLine.ExitCode.USAGE;
            });
  }
}
