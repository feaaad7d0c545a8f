package dev.tr116.exec;

import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An outside program that makes the agents' calls. It is started for its first part and stays up
 * for all of them, so that its start and its warming up are in no figure; one that breaks the
 * protocol is killed, and started anew for the next part.
 */
public final class OutsideProgram implements AutoCloseable {
  private final String name;
  private final Function<Path, List<String>> command;
  private final Patience patience;
  private final ShippedPython python = new ShippedPython();
  private Optional<ProgramProcess> process = Optional.empty();

  /**
   * A program that has not been started.
   *
   * @param name for messages
   * @param command its command line, see {@link CommandWords}
   * @param patience with it
   */
  public OutsideProgram(String name, String command, Patience patience) {
    this(name, patience, python -> CommandWords.of(command, python));
  }

  /**
   * A program that has not been started.
   *
   * @param name for messages
   * @param words its command, at least one word, taken as they are
   * @param patience with it
   */
  public OutsideProgram(String name, List<String> words, Patience patience) {
    this(name, patience, python -> List.copyOf(words));
  }

  private OutsideProgram(String name, Patience patience, Function<Path, List<String>> command) {
    this.name = name;
    this.patience = patience;
    this.command = command;
  }

  /**
   * Releases all agents together and waits for the last. An interrupt of this thread cancels them
   * and is set again. When the program breaks the protocol, the agents that had not ended have a
   * failed call that says how.
   *
   * @throws SettingsException when the program cannot be started
   */
  public synchronized Part run(List<? extends Steps> agents) {
    if (process.isEmpty()) {
      process = Optional.of(start());
    }
    var running = process.orElseThrow();
    var whole = false;
    try {
      var part = new PartRun(running, patience, agents, this::explained).run();
      whole = part.broken().isEmpty();
      return part;
    } finally {
      if (!whole) {
        running.kill();
        process = Optional.empty();
      }
    }
  }

  /**
   * Ends the program's input and waits for it to end by itself.
   *
   * @return its exit code; nothing when it did not run, or had to be killed
   */
  public synchronized Optional<Integer> end() {
    var exit = process.flatMap(ProgramProcess::end);
    process = Optional.empty();
    return exit;
  }

  @Override
  public synchronized void close() {
    try (python) {
      end();
    }
  }

  private ProgramProcess start() {
    try {
      return ProgramProcess.start(command.apply(python.file()), patience.grace());
    } catch (IOException e) {
      throw new SettingsException(
          List.of(
              "the program of exec:"
                  + name
                  + " cannot be started ("
                  + e.getMessage()
                  + "); install it, or set tr116.exec."
                  + name
                  + " to another command line than "
                  + String.join(" ", command.apply(python.file()))));
    }
  }

  private String explained(String wrong) {
    return "the program of exec:"
        + name
        + " does not keep to protocol "
        + PlanLines.PROTOCOL
        + " (docs/runtimes.md): "
        + wrong;
  }
}
