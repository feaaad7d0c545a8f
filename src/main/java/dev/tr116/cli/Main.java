package dev.tr116.cli;

import dev.tr116.results.MergeException;
import dev.tr116.results.UnreadableRecordException;
import dev.tr116.results.tr116.ImportException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tr116}: what can be done without a test run. */
@Command(
    name = "tr116",
    description = "What can be done without a test run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditCommand.class,
      ConformanceCommand.class,
      CostCommand.class,
      MonitoringCommand.class,
      VerifyCommand.class,
      MergeCommand.class
    })
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code: 0, 1 for what is not as it should be, 2
   * when misused.
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (!isOfTheInput(failure)) {
                throw failure;
              }
              line.getErr().println(failure.getMessage());
              return CommandLine.ExitCode.USAGE;
            });
  }

  /** Anything else is a fault of this program and shows where. */
  private static boolean isOfTheInput(Exception failure) {
    return failure instanceof ImportException
        || failure instanceof MergeException
        || failure instanceof UnreadableRecordException
        || failure instanceof IllegalArgumentException
        || failure instanceof FileSystemException;
  }
}
