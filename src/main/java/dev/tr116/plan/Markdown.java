package dev.tr116.plan;

import java.util.regex.Pattern;

/** Text from users, servers and models, fit for a Markdown page. */
public final class Markdown {
  /** Those that mean something where they stand; a link needs the end of its words. */
  private static final Pattern MARKS =
      Pattern.compile("[\\\\`*|]|^[#>]|](?=[(\\[:])|~(?=~)|(?<!\\w)_|_(?!\\w)");

  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  private Markdown() {}

  /** The same text on one line, nothing in it read as Markdown or HTML. */
  public static String plain(String text) {
    var line = STEERING.matcher(text).replaceAll(" ").strip();
    var entities = line.replace("&", "&amp;").replace("<", "&lt;");
    return MARKS.matcher(entities).replaceAll("\\\\$0");
  }
}
