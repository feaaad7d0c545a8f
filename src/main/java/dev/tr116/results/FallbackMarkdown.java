package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Markdown;
import dev.tr116.trace.FallbackTaken;
import java.util.Map;

/** What a summary says of cells that were measured with less than was asked for. */
final class FallbackMarkdown {
  private FallbackMarkdown() {}

  static String of(Map<CellId, FallbackTaken> fallbacks) {
    var text = new StringBuilder();
    fallbacks.forEach(
        (cell, taken) -> {
          text.append("\n**Not what was asked for:** ").append(Markdown.plain(cell.displayName()));
          text.append(" was measured with ")
              .append(Markdown.plain(taken.used().toString()))
              .append(" instead of ");
          text.append(Markdown.plain(taken.attempted().toString())).append(" (");
          text.append(Markdown.plain(String.join("; ", taken.steps())))
              .append("), because the server said: ");
          text.append(Markdown.plain(String.join("; ", taken.because()))).append('\n');
        });
    return text.toString();
  }
}
