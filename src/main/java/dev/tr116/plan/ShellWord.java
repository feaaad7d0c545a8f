package dev.tr116.plan;

import java.util.regex.Pattern;

/** Text as one word of a command line that people copy into a shell. */
public final class ShellWord {
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

  private ShellWord() {}

  /** The text itself where no shell reads more into it, else in quotation marks (POSIX). */
  public static String of(String text) {
    return ORDINARY.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
