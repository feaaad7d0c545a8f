package dev.tr116.report.chart;

/** For how much room a chart is laid out; its letters have about the size of a page's there. */
public enum Layout {
  /** A file by itself, or a page on a desk. */
  WIDE(760),
  /** A phone held upright. */
  COMPACT(360);

  private final int width;

  Layout(int width) {
    this.width = width;
  }

  /** The width, px. */
  int width() {
    return width;
  }

  /** The first or the second, as this is wide or compact. */
  <T> T choose(T wide, T compact) {
    return this == WIDE ? wide : compact;
  }
}
