package dev.tr116.report;

import dev.tr116.metrics.Loss;
import java.util.List;
import java.util.Locale;

/**
 * One bar of a {@link LossBar}: losses to the right of 0, gains hatched to its left.
 *
 * @param svg where to draw
 * @param axis shared by all bars
 * @param top the bar's upper edge, px
 */
record LossRow(Svg svg, PercentAxis axis, double top) {
  /** The height of a bar, px. */
  static final int HEIGHT = 22;

  private static final double CHARACTER_WIDTH = 6.4;

  /** Draws the parts; {@code millis} per percentage point tells their size in ms. */
  void draw(Loss percent, double millisPerPoint) {
    double right = 0;
    double left = 0;
    for (var part : LossPart.of(percent)) {
      var size = part.figure().applyAsDouble(percent);
      if (size < 0) {
        gain(part, left + size, left, millisPerPoint);
        left += size;
      } else {
        loss(part, right, right + size, millisPerPoint);
        right += size;
      }
    }
  }

  /** A swatch of a part for a table, hatched for a gain. */
  static void swatch(Svg svg, LossPart part, double x, double y, boolean gain) {
    svg.box(x, y, 16, 12, gain ? Ink.PAPER : part.colour(), part.label());
    if (gain) {
      hatch(svg, part, x, y, 16, 12);
    }
  }

  private void loss(LossPart part, double from, double to, double millisPerPoint) {
    var x = axis.x(from);
    var width = axis.x(to) - x;
    svg.box(x, top, width, HEIGHT, part.colour(), tooltip(part, to - from, millisPerPoint));
    label(part, to - from, width)
        .forEach(text -> svg.text(x + width / 2, top + 15, 11, "middle", part.ink(), text));
  }

  private void gain(LossPart part, double from, double to, double millisPerPoint) {
    var x = axis.x(from);
    var width = axis.x(to) - x;
    svg.box(x, top, width, HEIGHT, Ink.PAPER, tooltip(part, from - to, millisPerPoint));
    hatch(svg, part, x, top, width, HEIGHT);
    for (var text : label(part, from - to, width)) {
      var room = text.length() * CHARACTER_WIDTH + 6;
      svg.box(x + (width - room) / 2, top + 4, room, HEIGHT - 8, Ink.PAPER, text);
      svg.text(x + width / 2, top + 15, 11, "middle", Ink.TEXT, text);
    }
  }

  private static void hatch(
      Svg svg, LossPart part, double x, double y, double width, double height) {
    svg.strokes(Hatching.of(x, y, width, height), part.colour(), 1.6);
    svg.strokes(
        String.format(Locale.ROOT, "M%.2f %.2fh%.2fv%.2fh%.2fz", x, y, width, height, -width),
        part.colour(),
        1.6);
  }

  /** The longest text that fits; none in a narrow box, the table has every figure. */
  private static List<String> label(LossPart part, double size, double width) {
    var figure = String.format(Locale.ROOT, "%.1f %%", size);
    return List.of(part.label() + " " + figure, figure).stream()
        .filter(text -> text.length() * CHARACTER_WIDTH + 8 <= width)
        .limit(1)
        .toList();
  }

  private static String tooltip(LossPart part, double size, double millisPerPoint) {
    return String.format(
        Locale.ROOT, "%s %.1f %%, %s", part.label(), size, Amounts.millis(size * millisPerPoint));
  }
}
