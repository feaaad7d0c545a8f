package dev.tr116.report.page;

import dev.tr116.report.XmlText;
import dev.tr116.report.chart.Chart;

/** HTML under construction: every text and every attribute is escaped here and nowhere else. */
final class Html {
  private final StringBuilder out = new StringBuilder(4_096);

  /** A start tag with names of attributes and their values in turn. */
  Html open(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException(tag + ": an attribute has no value");
    }
    out.append('<').append(tag);
    for (var i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(XmlText.escape(attributes[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** Text, whatever it holds. */
  Html text(String text) {
    out.append(XmlText.escape(text));
    return this;
  }

  /** Text whose line ends are kept, for a box that shows them. */
  Html lines(String text) {
    var separator = "";
    for (var line : text.split("\\R", -1)) {
      out.append(separator).append(XmlText.escape(line));
      separator = "\n";
    }
    return this;
  }

  /** An element that holds text alone. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A paragraph. */
  Html p(String text) {
    return element("p", text);
  }

  /** A paragraph that explains, in smaller letters. */
  Html note(String text) {
    return element("p", text, "class", "note");
  }

  /** A chart that takes the layout its place has room for. */
  Html chart(Chart chart) {
    open("figure", "class", "chart-box");
    out.append(chart.html());
    return close("figure");
  }

  /** A wide picture in a box of its own that can be scrolled, by keys as well. */
  Html picture(String svg, String label) {
    open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    out.append(svg);
    return close("div");
  }

  /** A list of texts. */
  Html list(Iterable<String> items) {
    open("ul");
    items.forEach(item -> element("li", item));
    return close("ul");
  }

  /** Style rules or a script of this project, which must stand as they are. */
  Html verbatim(String tag, String content) {
    out.append('<').append(tag).append('>').append(content);
    return close(tag);
  }

  /** What was built elsewhere. */
  Html append(Html other) {
    out.append(other.out);
    return this;
  }

  boolean isEmpty() {
    return out.isEmpty();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
