package dev.tr116.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table with a caption, in a region of its own that scrolls where it is wider than the page. */
final class Table {
  private final String caption;
  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();
  private String classes = "";

  private Table(String caption, List<Column> columns) {
    this.caption = caption;
    this.columns = columns;
  }

  /**
   * What stands above a column.
   *
   * @param title with the unit of its figures
   * @param numeric whether it holds figures, which stand to the right
   */
  record Column(String title, boolean numeric) {}

  /**
   * What stands in a row.
   *
   * @param text of the cell
   * @param note below it, in smaller letters; may be empty
   * @param classes that mark it; may be empty
   * @param link where it leads, below the session's folder or on the page
   */
  record Cell(String text, String note, String classes, Optional<String> link) {
    /** The mark of a figure that is not there. */
    static final String ABSENT = "-";

    static Cell of(String text) {
      return new Cell(text, "", "", Optional.empty());
    }

    static Cell of(String text, String note) {
      return new Cell(text, note, "", Optional.empty());
    }

    /** No figure, and why as far as it is known. */
    static Cell absent(Optional<String> why) {
      return new Cell(ABSENT, why.orElse(""), "", Optional.empty());
    }

    static Cell marked(String text, String classes) {
      return new Cell(text, "", classes, Optional.empty());
    }

    static Cell link(String text, String href) {
      return new Cell(text, "", "", Optional.of(href));
    }

    Cell with(String other) {
      return new Cell(text, note, other, link);
    }
  }

  /** A table whose columns begin with {@code #} where they hold figures. */
  static Table of(String caption, String... columns) {
    var list = new ArrayList<Column>();
    for (var column : columns) {
      var numeric = column.startsWith("#");
      list.add(new Column(numeric ? column.substring(1) : column, numeric));
    }
    return new Table(caption, List.copyOf(list));
  }

  /** The same with a class by which script and style find it. */
  Table marked(String names) {
    classes = names;
    return this;
  }

  /** One row; its first cell is its head. */
  Table row(Cell... cells) {
    return row(List.of(cells));
  }

  Table row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          caption + ": " + cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void write(Html html) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    if (classes.isEmpty()) {
      html.open("table");
    } else {
      html.open("table", "class", classes);
    }
    html.element("caption", caption).open("thead").open("tr");
    for (var column : columns) {
      head(html, column);
    }
    html.close("tr").close("thead").open("tbody");
    for (var row : rows) {
      html.open("tr");
      for (var i = 0; i < row.size(); i++) {
        write(html, row.get(i), i == 0, columns.get(i).numeric());
      }
      html.close("tr");
    }
    html.close("tbody").close("table").close("div");
  }

  private static void head(Html html, Column column) {
    if (column.numeric()) {
      html.element("th", column.title(), "scope", "col", "class", "number");
    } else {
      html.element("th", column.title(), "scope", "col");
    }
  }

  private static void write(Html html, Cell cell, boolean first, boolean numeric) {
    var tag = first ? "th" : "td";
    var names = (numeric ? "number " : "") + cell.classes();
    if (first) {
      html.open(tag, "scope", "row");
    } else if (names.isBlank()) {
      html.open(tag);
    } else {
      html.open(tag, "class", names.strip());
    }
    if (cell.link().isPresent()) {
      html.open("a", "href", cell.link().get()).text(cell.text()).close("a");
    } else {
      html.text(cell.text());
    }
    if (!cell.note().isEmpty()) {
      html.element("small", cell.note());
    }
    html.close(tag);
  }
}
