package dev.tr116.report;

import java.util.Map;
import java.util.regex.Pattern;

/** Colours the verdict in a line of the console. */
public final class VerdictPaint {
  private static final Map<String, String> COLOURS =
      Map.of(
          "PASS", "\033[32m",
          "FAIL", "\033[31m",
          "FAILED", "\033[31m",
          "INVALID", "\033[35m",
          "INTERRUPTED", "\033[35m",
          "INCONCLUSIVE", "\033[33m",
          "not enforced", "\033[33m");

  /** Verdicts stand behind two spaces at least, before the end, a bracket, a colon or the rest. */
  private static final Pattern VERDICT =
      Pattern.compile(
          "(?<=  )(PASS|FAIL|FAILED|INVALID|INTERRUPTED|INCONCLUSIVE|not enforced)(?=$| \\(|:|  )");

  private static final String PLAIN = "\033[0m";

  private VerdictPaint() {}

  /** The line with its verdicts in colour; others are left as they are. */
  public static String of(String line) {
    return VERDICT.matcher(line).replaceAll(found -> COLOURS.get(found.group()) + "$0" + PLAIN);
  }
}
