package dev.tr116.junit;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which invocation of a parameterized test a context stands for. */
final class Invocation {
  /** JUnit numbers invocations in its unique ids, from 1 and in the order of the source. */
  private static final Pattern NUMBER = Pattern.compile("#(\\d+)\\]$");

  private Invocation() {}

  /** Its place in the source's order, from 0. */
  static int index(ExtensionContext context) {
    var matcher = NUMBER.matcher(context.getUniqueId());
    if (!matcher.find()) {
      throw new IllegalStateException(
          context.getUniqueId() + " is no invocation of a parameterized test");
    }
    return Integer.parseInt(matcher.group(1)) - 1;
  }
}
