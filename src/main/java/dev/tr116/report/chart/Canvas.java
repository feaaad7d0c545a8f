package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import dev.tr116.report.Svg;
import java.util.List;

/** A chart under construction, from its title downwards. */
final class Canvas {
  /** The size of most letters, px. */
  static final int LETTERS = 12;

  /** The size of the smallest letters, px. */
  static final int SMALL = 11;

  private static final int LINE = 16;
  private static final int KEY_ROW = 19;
  private static final int KEY = 26;

  private final Svg svg = new Svg();
  private final Layout layout;
  private final String title;
  private double y = 6;

  /** With its title and a line that explains it drawn. */
  Canvas(Layout layout, String title, String note) {
    this.layout = layout;
    this.title = title;
    var size = layout.choose(16, 14);
    for (var line : Words.wrapped(title, size * 1.06, room(), 3)) {
      y += size + 4;
      svg.text(margin(), y, size, "start", Ink.TEXT, line);
    }
    paragraph(note);
    y += 4;
  }

  Svg svg() {
    return svg;
  }

  Layout layout() {
    return layout;
  }

  /** The lower edge of what is drawn, px. */
  double y() {
    return y;
  }

  /** Leaves room for what is drawn by others. */
  void skip(double height) {
    y += height;
  }

  double margin() {
    return layout.choose(16, 10);
  }

  double right() {
    return layout.width() - margin();
  }

  private double room() {
    return right() - margin();
  }

  /** Small letters over the whole width. */
  void paragraph(String text) {
    for (var line : lines(text, SMALL, 6)) {
      y += LINE;
      svg.text(margin(), y, SMALL, "start", Ink.FAINT, line);
    }
  }

  /** The keys beside each other, in as many rows as they need. */
  void legend(List<Key> keys) {
    if (keys.isEmpty()) {
      return;
    }
    var x = margin();
    var top = y + KEY_ROW;
    for (var key : keys) {
      var lines = Words.wrapped(key.label(), LETTERS, room() - KEY, 3);
      var width = KEY + lines.stream().mapToDouble(l -> Words.width(l, LETTERS)).max().orElse(0);
      if (x > margin() && x + width > right()) {
        x = margin();
        top += KEY_ROW;
      }
      key.sample().draw(svg, x, top - 4);
      for (var i = 0; i < lines.size(); i++) {
        top += i == 0 ? 0 : LINE;
        svg.text(x + KEY, top, LETTERS, "start", Ink.TEXT, lines.get(i));
      }
      x += width + 16;
    }
    y = top + 6;
  }

  /** The text in lines over the whole width. */
  List<String> lines(String text, int size, int most) {
    return Words.wrapped(text, size, room(), most);
  }

  /** Draws an axis from left to right below what is drawn so far. */
  void axis(Scale scale, String title) {
    var top = y;
    svg.line(scale.from(), top, scale.to(), top, Ink.TEXT, 1);
    for (var tick : scale.ticks()) {
      svg.line(scale.at(tick), top, scale.at(tick), top + 4, Ink.TEXT, 1);
      centred(scale.at(tick), top + 17, LETTERS, Ink.TEXT, scale.label(tick));
    }
    y += 18;
    for (var line : lines(title, LETTERS, 3)) {
      y += LINE;
      centred((scale.from() + scale.to()) / 2, y, LETTERS, Ink.FAINT, line);
    }
  }

  /** One line around a place, moved so that it stays in the picture. */
  void centred(double x, double baseline, int size, Ink ink, String text) {
    var half = Words.width(text, size) / 2;
    var inside = Math.clamp(x, Math.min(half + 2, layout.width() / 2.0), layout.width() - half - 2);
    svg.text(inside, baseline, size, "middle", ink, text);
  }

  /** The finished document. */
  String document(String description) {
    return svg.document(
        "chart " + layout.choose("wide", "compact"),
        layout.width(),
        (int) Math.ceil(y + 10),
        title,
        description);
  }
}
