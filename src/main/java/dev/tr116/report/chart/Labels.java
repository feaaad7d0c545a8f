package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.List;

/**
 * Short labels beside the marks of a plot, each where no other label and no mark is.
 *
 * @param plot where the marks are
 */
record Labels(Plot plot) {
  private static final int DIRECTIONS = 12;
  private static final int HEIGHT = 12;
  private static final double MARK = 6;

  /**
   * A text for a mark.
   *
   * @param text short
   * @param x the mark's place, in the plot's unit
   * @param y the mark's place, in the plot's unit
   */
  record Label(String text, double x, double y) {}

  /** A rectangle around its middle, px. */
  private record Box(double x, double y, double width, double height) {
    boolean meets(Box other) {
      return Math.abs(x - other.x) < (width + other.width) / 2
          && Math.abs(y - other.y) < (height + other.height) / 2;
    }
  }

  /** Draws them, with a line to the mark where that is far; the nearest free place is taken. */
  void draw(List<Label> labels) {
    var taken = new ArrayList<Box>();
    for (var label : labels) {
      taken.add(new Box(x(label), y(label), 2 * MARK, 2 * MARK));
    }
    for (var label : labels) {
      var place = place(label, taken);
      taken.add(place);
      if (Math.hypot(place.x() - x(label), place.y() - y(label)) > 22) {
        plot.canvas().svg().line(x(label), y(label), place.x(), place.y(), Ink.FAINT, 0.8);
      }
      plot.canvas()
          .svg()
          .text(place.x(), place.y() + 4, Canvas.LETTERS, "middle", Ink.TEXT, label.text());
    }
  }

  private Box place(Label label, List<Box> taken) {
    var width = Words.width(label.text(), Canvas.LETTERS) + 2;
    for (var distance = 13.0; distance < 400; distance += 7) {
      for (var i = 0; i < DIRECTIONS; i++) {
        var angle = -Math.PI / 4 + 2 * Math.PI * i / DIRECTIONS;
        var box =
            new Box(
                x(label) + Math.cos(angle) * distance,
                y(label) + Math.sin(angle) * distance,
                width,
                HEIGHT);
        if (isInside(box) && taken.stream().noneMatch(box::meets)) {
          return box;
        }
      }
    }
    return new Box(x(label), y(label) - 13, width, HEIGHT);
  }

  private boolean isInside(Box box) {
    return box.x() - box.width() / 2 > plot.x().from()
        && box.x() + box.width() / 2 < plot.canvas().right()
        && box.y() - HEIGHT / 2.0 > plot.y().to()
        && box.y() + HEIGHT / 2.0 < plot.y().from();
  }

  private double x(Label label) {
    return plot.x().at(label.x());
  }

  private double y(Label label) {
    return plot.y().at(label.y());
  }
}
