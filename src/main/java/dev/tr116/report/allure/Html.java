package dev.tr116.report.allure;

import dev.tr116.report.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Markup of a description under construction; every text is escaped. */
final class Html {
  private static final String CELL = " style=\"padding:2px 10px 2px 0;text-align:";

  private final StringBuilder markup = new StringBuilder(2_048);

  /** A cell of a table. */
  record Cell(String text, String address, boolean isNumber) {
    static Cell text(String text) {
      return new Cell(text, "", false);
    }

    static Cell number(String text) {
      return new Cell(text, "", true);
    }

    static Cell link(String text, String address) {
      return new Cell(text, address, false);
    }

    private String inner() {
      var safe = XmlText.escape(text);
      return address.isEmpty()
          ? safe
          : "<a href=\"" + XmlText.escape(address) + "\">" + safe + "</a>";
    }
  }

  Html paragraph(String text) {
    markup.append("<p>").append(XmlText.escape(text)).append("</p>\n");
    return this;
  }

  Html strong(String text) {
    markup.append("<p><strong>").append(XmlText.escape(text)).append("</strong></p>\n");
    return this;
  }

  Html heading(String text) {
    markup.append("<h4>").append(XmlText.escape(text)).append("</h4>\n");
    return this;
  }

  /** A picture within the page, as wide as there is room for. */
  Html picture(String svg, String words) {
    var data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    markup.append("<p><img style=\"max-width:100%;background:#fff\" alt=\"");
    markup.append(XmlText.escape(words)).append("\" src=\"data:image/svg+xml;base64,");
    markup.append(data).append("\"></p>\n");
    return this;
  }

  /** A table as wide as its content, scrolled sideways where there is no room. */
  Html table(List<String> head, List<List<Cell>> rows) {
    markup.append("<div style=\"overflow-x:auto\"><table style=\"border-spacing:0\">\n<tr>");
    for (var i = 0; i < head.size(); i++) {
      var column = i;
      var numbers = !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).isNumber());
      markup.append("<th").append(CELL).append(numbers ? "right" : "left").append("\">");
      markup.append(XmlText.escape(head.get(i))).append("</th>");
    }
    markup.append("</tr>\n");
    for (var row : rows) {
      markup.append("<tr>");
      for (var cell : row) {
        markup.append("<td").append(CELL).append(cell.isNumber() ? "right" : "left");
        markup.append("\">").append(cell.inner()).append("</td>");
      }
      markup.append("</tr>\n");
    }
    markup.append("</table></div>\n");
    return this;
  }

  @Override
  public String toString() {
    return markup.toString();
  }
}
