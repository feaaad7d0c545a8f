package dev.tr116.report;

import java.util.Locale;

/**
 * An SVG picture under construction: black text and shapes on white, every text escaped, nothing
 * referred to outside.
 */
final class Svg {
  private static final String FONT = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

  private final StringBuilder body = new StringBuilder(8_192);

  /** A filled rectangle; {@code tooltip} shows where the picture is opened by itself. */
  void box(double x, double y, double width, double height, String fill, String tooltip) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s'>",
            x,
            y,
            width,
            height,
            fill));
    body.append("<title>").append(XmlText.escape(tooltip)).append("</title></rect>\n");
  }

  /** A straight line. */
  void line(double x1, double y1, double x2, double y2, String stroke, double width) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.2f' y1='%.2f' x2='%.2f' y2='%.2f' stroke='%s' stroke-width='%.1f'/>\n",
            x1,
            y1,
            x2,
            y2,
            stroke,
            width));
  }

  /** A shape or a set of strokes in SVG's path language, built from numbers only. */
  void path(String data, String fill, String stroke, double width) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='%s' fill='%s' stroke='%s' stroke-width='%.1f'/>\n",
            data,
            fill,
            stroke,
            width));
  }

  /** One line of text; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
  void text(double x, double y, int size, String anchor, String fill, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x='%.2f' y='%.2f' font-size='%d' text-anchor='%s' fill='%s'>",
            x,
            y,
            size,
            anchor,
            fill));
    body.append(XmlText.escape(text)).append("</text>\n");
  }

  /** The text, or its beginning and an ellipsis, by code points. */
  static String shortened(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }

  /** The whole document. */
  String document(int width, int height, String title, String description) {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' role='img' width='%d' height='%d' \
    viewBox='0 0 %d %d' font-family="%s">
    <title>%s</title>
    <desc>%s</desc>
    <rect width='%d' height='%d' fill='#ffffff'/>
    %s</svg>
    """
        .formatted(
            width,
            height,
            width,
            height,
            FONT,
            XmlText.escape(title),
            XmlText.escape(description),
            width,
            height,
            body);
  }
}
