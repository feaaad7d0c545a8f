package dev.tr116.results.tr116;

import java.util.ArrayList;
import java.util.List;

/** Splits text into fields as RFC 4180 says; a line end may also be a lone line feed. */
final class Csv {
  private final String text;
  private final List<List<String>> records = new ArrayList<>();
  private List<String> record = new ArrayList<>();
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * Every record; blank lines are left out.
   *
   * @throws IllegalArgumentException when a quoted field does not end, or goes on after its end
   */
  static List<List<String>> parse(String text) {
    var csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
    while (csv.at < csv.text.length()) {
      csv.field();
    }
    csv.endRecord();
    return csv.records;
  }

  private void field() {
    record.add(isAt('"') ? quoted() : plain());
    if (isAt(',')) {
      at++;
      if (at == text.length() || isAt('\n') || isAt('\r')) {
        record.add("");
      }
    } else if (at < text.length() && !isAt('\n') && !isAt('\r')) {
      throw new IllegalArgumentException(
          "record " + (records.size() + 1) + " goes on after the end of a quoted field");
    }
    if (isAt('\r') || isAt('\n')) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      endRecord();
    }
  }

  private String plain() {
    var start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var field = new StringBuilder();
    at++;
    while (at < text.length()) {
      if (!isAt('"')) {
        field.append(text.charAt(at++));
      } else if (text.startsWith("\"\"", at)) {
        field.append('"');
        at += 2;
      } else {
        at++;
        return field.toString();
      }
    }
    throw new IllegalArgumentException(
        "record " + (records.size() + 1) + " holds a quoted field without an end");
  }

  private boolean isAt(char character) {
    return at < text.length() && text.charAt(at) == character;
  }

  private void endRecord() {
    if (record.size() > 1 || (record.size() == 1 && !record.getFirst().isBlank())) {
      records.add(record);
    }
    record = new ArrayList<>();
  }
}
