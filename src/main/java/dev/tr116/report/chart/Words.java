package dev.tr116.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is, about, and where its lines end. A picture cannot measure its letters: these
 * widths are those of a wide sans-serif, so that most fonts need less.
 */
final class Words {
  private Words() {}

  /** The width of a line, px. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Words::ems).sum() * size;
  }

  /** The text in lines of at most that width; what does not fit ends in an ellipsis. */
  static List<String> wrapped(String text, double size, double width, int mostLines) {
    var lines = new ArrayList<String>();
    var rest = text.strip();
    while (!rest.isEmpty() && lines.size() < mostLines) {
      var end = fitting(rest, size, width);
      if (end < rest.length() && lines.size() == mostLines - 1) {
        lines.add(cut(rest, size, width));
        return lines;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  /** The text on one line, with an ellipsis where it is too long. */
  static String cut(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    var room = width - ems('…') * size;
    return text.substring(0, most(text, size, room)).stripTrailing() + "…";
  }

  /** Where the first line ends: behind a space or a sign that parts, else wherever it must. */
  private static int fitting(String text, double size, double width) {
    var most = most(text, size, width);
    if (most == text.length()) {
      return most;
    }
    for (var end = most; end > most / 3; end--) {
      if (text.charAt(end) == ' '
          || " /_:,".indexOf(text.charAt(end - 1)) >= 0
          || isHyphen(text, end - 1)) {
        return end;
      }
    }
    return Math.max(most, Character.charCount(text.codePointAt(0)));
  }

  /** A sign before a figure stays with it. */
  private static boolean isHyphen(String text, int at) {
    return at > 0 && text.charAt(at) == '-' && Character.isLetter(text.charAt(at - 1));
  }

  /** How many characters fit, by whole code points. */
  private static int most(String text, double size, double width) {
    var used = 0.0;
    for (var i = 0; i < text.length(); ) {
      var codePoint = text.codePointAt(i);
      used += ems(codePoint) * size;
      if (used > width) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return text.length();
  }

  private static double ems(int codePoint) {
    if (codePoint < 0x80) {
      return "iljtfrI.,:;'|!()[]/ ".indexOf(codePoint) >= 0
          ? 0.39
          : "mwMWQ@%".indexOf(codePoint) >= 0
              ? 0.96
              : Character.isUpperCase(codePoint) ? 0.71 : codePoint == '-' ? 0.37 : 0.635;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_LETTER, Character.OTHER_SYMBOL, Character.SURROGATE -> 1.05;
      case Character.UPPERCASE_LETTER -> 0.8;
      case Character.MATH_SYMBOL -> 0.84;
      default -> codePoint == '·' ? 0.32 : codePoint == '…' ? 1 : 0.65;
    };
  }
}
