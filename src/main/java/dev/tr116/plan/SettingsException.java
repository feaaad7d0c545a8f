package dev.tr116.plan;

import java.util.List;

/** The settings cannot be used; the message lists every reason and what to write instead. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** One exception for all that is wrong. */
  public SettingsException(List<String> problems) {
    this(
        "; "
            + (problems.size() == 1 ? "one setting is" : problems.size() + " settings are")
            + " wrong",
        printable(problems));
  }

  private static List<String> printable(List<String> problems) {
    return problems.stream().map(Printable::of).toList();
  }

  private SettingsException(String head, List<String> problems) {
    super("tr116 cannot start" + head + ":\n  - " + String.join("\n  - ", problems));
    this.problems = problems;
  }

  /** The settings may be right, but no server does what they ask. */
  public static SettingsException withoutServer(List<String> problems) {
    return new SettingsException(" without a server", printable(problems));
  }

  /** Each thing that is wrong, with what to write instead. */
  public List<String> problems() {
    return problems;
  }
}
