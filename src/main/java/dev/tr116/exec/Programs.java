package dev.tr116.exec;

import dev.tr116.plan.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outside programs of a session, by name. */
public final class Programs {
  /** What the name of a runtime that is an outside program begins with. */
  public static final String PREFIX = "exec:";

  private static final String SHIPPED = "python";
  private static final String SHIPPED_COMMAND = "python3 {python}";

  private final Map<String, String> commands;

  /** Programs with the command line of each; the shipped one needs none. */
  public Programs(Map<String, String> commands) {
    this.commands = Map.copyOf(commands);
  }

  /**
   * What is wrong with a runtime of that name, if anything; nothing is started.
   *
   * @param runtime e.g. {@code exec:python}
   */
  public Optional<String> missing(String runtime) {
    var name = runtime.substring(PREFIX.length());
    var command = command(name);
    if (command.isEmpty()) {
      return Optional.of(
          "tr116.runtimes="
              + runtime
              + " names a program without a command; set tr116.exec."
              + name
              + " to its command line, or write exec:"
              + SHIPPED);
    }
    try {
      CommandWords.of(command.get(), Path.of(SHIPPED));
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.of("tr116.exec." + name + ": " + unusable.getMessage());
    }
  }

  /**
   * The program of that runtime; it is started when it is first used.
   *
   * @throws SettingsException when it has no command
   */
  public OutsideProgram open(String runtime) {
    missing(runtime)
        .ifPresent(
            wrong -> {
              throw new SettingsException(List.of(wrong));
            });
    var name = runtime.substring(PREFIX.length());
    return new OutsideProgram(name, command(name).orElseThrow(), Patience.STANDARD);
  }

  private Optional<String> command(String name) {
    return Optional.ofNullable(commands.get(name))
        .or(() -> name.equals(SHIPPED) ? Optional.of(SHIPPED_COMMAND) : Optional.empty());
  }
}
