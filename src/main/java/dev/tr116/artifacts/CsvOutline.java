package dev.tr116.artifacts;

/** The columns and the number of rows of a table, RFC 4180. */
final class CsvOutline {
  private final String text;
  private final NameList columns = new NameList();
  private final StringBuilder field = new StringBuilder();
  private int records;
  private boolean inQuotes;
  private boolean hasContent;

  private CsvOutline(String text) {
    this.text = text;
  }

  /** E.g. {@code columns model, run; 40 rows}; the last row of a part of a file is not counted. */
  static String of(FileHead head) {
    var outline = new CsvOutline(head.text());
    var rows = outline.rows(head.isWhole());
    return (outline.columns.count() == 1 ? "column " : "columns ")
        + outline.columns
        + "; "
        + (head.isWhole() ? "" : "at least ")
        + rows
        + (rows == 1 ? " row" : " rows");
  }

  private int rows(boolean isWhole) {
    for (var i = 0; i < text.length(); i++) {
      take(text.charAt(i));
    }
    if (hasContent && (isWhole || records == 0)) {
      endRecord();
    }
    return Math.max(0, records - 1);
  }

  /** A doubled quote closes and opens again, which is all that counting needs. */
  private void take(char c) {
    if (c == '"') {
      inQuotes = !inQuotes;
      hasContent = true;
    } else if (!inQuotes && (c == '\n' || c == '\r')) {
      if (hasContent) {
        endRecord();
      }
    } else if (!inQuotes && c == ',') {
      endField();
      hasContent = true;
    } else {
      hasContent = true;
      if (records == 0) {
        field.append(c);
      }
    }
  }

  private void endField() {
    if (records == 0) {
      columns.add(field.toString());
    }
    field.setLength(0);
  }

  private void endRecord() {
    endField();
    records++;
    hasContent = false;
  }
}
