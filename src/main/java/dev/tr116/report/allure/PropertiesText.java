package dev.tr116.report.allure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Java's properties format in ASCII, in the order given and without the date that {@link
 * java.util.Properties#store} writes.
 */
final class PropertiesText {
  private PropertiesText() {}

  static String of(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(entry -> escape(entry.getKey(), true) + "=" + escape(entry.getValue(), false) + "\n")
        .collect(Collectors.joining());
  }

  private static String escape(String text, boolean isKey) {
    var safe = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\' || (isKey && "=: #!".indexOf(c) >= 0) || (i == 0 && c == ' ')) {
        safe.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
