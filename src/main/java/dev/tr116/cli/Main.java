package dev.tr116.cli;

import dev.tr116.plan.SettingsException;
import dev.tr116.report.ConsoleText;
import dev.tr116.report.Terminal;
import dev.tr116.results.MergeException;
import dev.tr116.results.UnreadableRecordException;
import dev.tr116.results.tr116.ImportException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code tr116}: measures sessions, and does what can be done with those that were measured. */
@Command(
    name = "tr116",
    description = {
      "Performance tests for LLM agents that run side by side. All commands but run work on stored",
      "sessions and measure nothing."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  tr116 run --models=gemma3 --backend=scripted",
      "  tr116 run --help",
      "  tr116 report results/night",
      "  tr116 compare results/after results/before",
      "  source <(tr116 generate-completion)   (completion for bash and zsh)",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:as it should be",
      "1:not as it should be; each command says what that is",
      "2:misused, or something cannot be read or begun; the message says what to write instead",
      "130:interrupted"
    },
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      MergeCommand.class,
      VerifyCommand.class,
      AuditCommand.class,
      ConformanceCommand.class,
      CostCommand.class,
      MonitoringCommand.class,
      GenerateCompletion.class
    })
public final class Main {
  private static final int WIDTH = 100;

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code: 0, 1 for what is not as it should be, 2
   * when misused, 130 when interrupted.
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    var main = new CommandLine(new Main());
    var run = main.getSubcommands().get("run").getCommandSpec();
    PropertyOptions.addTo(run);
    run.preprocessor(new ParsedNames());
    main.getCommandSpec().versionProvider(new Version());
    main.getSubcommands()
        .values()
        .forEach(each -> each.getCommandSpec().versionProvider(new Version()));
    return main.setUsageHelpWidth(WIDTH)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                Terminal.ofThisProcess().colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((misused, args) -> explain(misused))
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              if (!isOfTheInput(failure)) {
                throw failure;
              }
              command.getErr().println(ConsoleText.lines(String.valueOf(failure.getMessage())));
              return CommandLine.ExitCode.USAGE;
            });
  }

  /** What is wrong and what is known instead; the whole help is a page long. */
  private static int explain(ParameterException misused) {
    var command = misused.getCommandLine();
    var err = command.getErr();
    err.println(ConsoleText.lines(String.valueOf(misused.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(misused, err)) {
      err.print(command.getHelp().fullSynopsis());
    }
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Anything else is a fault of this program and shows where. */
  private static boolean isOfTheInput(Exception failure) {
    return failure instanceof ImportException
        || failure instanceof MergeException
        || failure instanceof UnreadableRecordException
        || failure instanceof SettingsException
        || failure instanceof IllegalArgumentException
        || failure instanceof UncheckedIOException
        || failure instanceof FileSystemException;
  }
}
