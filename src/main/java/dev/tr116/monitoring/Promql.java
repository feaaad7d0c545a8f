package dev.tr116.monitoring;

/** Words of Prometheus' query language and of its text format. */
final class Promql {
  private Promql() {}

  /** A string in double quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
