package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.Locale;

/** A picture of figures, which says the same in words to those who do not see it. */
public interface Chart {

  /** The chart as an SVG document without script or reference; it may also stand in a page. */
  String svg(Layout layout);

  /** The chart as a file, 760 px wide. */
  default String svg() {
    return svg(Layout.WIDE);
  }

  /** The chart in a page with {@link #rules()}: whichever layout fits its place is shown. */
  default String html() {
    return "<div class='chart-pair'>" + svg(Layout.WIDE) + svg(Layout.COMPACT) + "</div>";
  }

  /** Style rules for a page: the inks, and which of a pair is shown. */
  static String rules() {
    return Ink.rules()
        + """

        svg.chart{display:block;max-width:100%;height:auto}
        .chart-pair{container-type:inline-size}
        .chart-pair>svg.compact{display:none;margin-inline:auto}
        """
        + String.format(
            Locale.ROOT,
            "@container (max-width:%.2fpx){.chart-pair>svg.wide{display:none}"
                + ".chart-pair>svg.compact{display:block;width:100%%;max-width:440px}}%n",
            Layout.WIDE.width() - 120.02);
  }
}
