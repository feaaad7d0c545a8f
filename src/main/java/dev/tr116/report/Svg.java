package dev.tr116.report;

import java.util.Locale;

/**
 * An SVG picture under construction: dark text and shapes on white unless a page has other {@link
 * Ink}, every text escaped, nothing referred to.
 */
public final class Svg {
  private static final String FONT = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

  private final StringBuilder body = new StringBuilder(8_192);

  /** A filled rectangle; {@code tooltip} shows where the picture is opened by itself. */
  public void box(double x, double y, double width, double height, Ink fill, String tooltip) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' %s><title>%s</title></rect>\n",
            x,
            y,
            width,
            height,
            Ink.attributes(fill),
            XmlText.escape(tooltip)));
  }

  /** A straight line. */
  public void line(double x1, double y1, double x2, double y2, Ink stroke, double width) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.2f' y1='%.2f' x2='%.2f' y2='%.2f' %s stroke-width='%.1f'/>\n",
            x1,
            y1,
            x2,
            y2,
            Ink.outline(stroke),
            width));
  }

  /** A closed shape in SVG's path language, built from numbers only. */
  public void shape(String data, Ink fill) {
    body.append(String.format(Locale.ROOT, "<path d='%s' %s/>\n", data, Ink.attributes(fill)));
  }

  /** A closed shape with an outline 1.5 px wide, which sets it off from what lies below. */
  public void shape(String data, Ink fill, Ink outline) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='%s' %s stroke-width='1.5'/>\n",
            data,
            Ink.attributes(fill, outline)));
  }

  /** Strokes in SVG's path language, built from numbers only. */
  public void strokes(String data, Ink stroke, double width) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='%s' %s stroke-width='%.1f'/>\n",
            data,
            Ink.outline(stroke),
            width));
  }

  /**
   * Strokes with a pattern, e.g. {@code 6 3} px on and off, empty for none; round ends make a dot
   * of a stroke without length.
   */
  public void strokes(String data, Ink stroke, double width, String dashes, double opacity) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='%s' %s stroke-width='%.1f' stroke-linejoin='round'%s%s/>\n",
            data,
            Ink.outline(stroke),
            width,
            dashes.isEmpty() ? " stroke-linecap='round'" : " stroke-dasharray='" + dashes + "'",
            opacity < 1 ? String.format(Locale.ROOT, " stroke-opacity='%.2f'", opacity) : ""));
  }

  /** One line of text; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
  public void text(double x, double y, int size, String anchor, Ink fill, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x='%.2f' y='%.2f' font-size='%d' text-anchor='%s' %s>%s</text>\n",
            x,
            y,
            size,
            anchor,
            Ink.attributes(fill),
            XmlText.escape(text)));
  }

  /** The text, or its beginning and an ellipsis, by code points. */
  public static String shortened(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }

  /** The whole document; title and description are read to those who do not see it. */
  public String document(int width, int height, String title, String description) {
    return document("chart", width, height, title, description);
  }

  /** The same with classes by which a page's style rules find it. */
  public String document(String classes, int width, int height, String title, String description) {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' class='%s' role='img' width='%d' height='%d' \
    viewBox='0 0 %d %d' font-family="%s">
    <title>%s</title>
    <desc>%s</desc>
    <rect width='%d' height='%d' %s/>
    %s</svg>
    """
        .formatted(
            classes,
            width,
            height,
            width,
            height,
            FONT,
            XmlText.escape(title),
            XmlText.escape(description),
            width,
            height,
            Ink.attributes(Ink.PAPER),
            body);
  }
}
