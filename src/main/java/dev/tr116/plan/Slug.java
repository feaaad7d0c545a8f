package dev.tr116.plan;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Names made safe for a path: letters, digits, dot, minus and underscore, at most 80 characters.
 */
final class Slug {
  private static final int LONGEST = 80;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern ORDINARY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(:[A-Za-z0-9._-]+)?");

  private Slug() {}

  /**
   * A safe form of {@code wanted}; where {@code original} holds anything but the characters of an
   * ordinary model name, its checksum is appended so that names that differ there stay apart.
   */
  static String of(String wanted, String original) {
    var safe = UNSAFE.matcher(wanted).replaceAll("_");
    if (ORDINARY.matcher(original).matches() && safe.length() <= LONGEST) {
      return safe;
    }
    var checksum = new CRC32();
    checksum.update(original.getBytes(StandardCharsets.UTF_8));
    var head = safe.substring(0, Math.min(safe.length(), LONGEST - 10)).replaceFirst("^\\.+", "_");
    return head + "_" + String.format("%08x", checksum.getValue());
  }
}
