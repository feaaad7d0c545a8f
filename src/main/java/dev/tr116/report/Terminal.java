package dev.tr116.report;

import java.io.Console;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this process writes to: people at a terminal, or a file or another program.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param colour whether standard output may be coloured
 */
public record Terminal(boolean out, boolean err, boolean colour) {
  /**
   * The system property in which a start script says which streams are terminals, e.g. {@code
   * out,err}: Java itself can only tell whether all of them are.
   */
  public static final String TOLD = "dev.tr116.terminals";

  /** No terminal, and so no colour. */
  public static final Terminal NONE = new Terminal(false, false, false);

  /** The terminal of this process. */
  public static Terminal ofThisProcess() {
    return of(
        Optional.ofNullable(System.getProperty(TOLD)),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
        System.getenv());
  }

  /**
   * Colour is for terminals that know it, never where {@code NO_COLOR} has a value (no-color.org),
   * and everywhere else where {@code CLICOLOR_FORCE} asks for it.
   */
  static Terminal of(Optional<String> told, boolean console, Map<String, String> environment) {
    var streams = told.map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    var out = told.isPresent() ? streams.contains("out") : console;
    var err = told.isPresent() ? streams.contains("err") : console;
    var refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    var forced = !environment.getOrDefault("CLICOLOR_FORCE", "0").matches("0?");
    var able = out && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(out, err, !refused && (forced || able));
  }
}
