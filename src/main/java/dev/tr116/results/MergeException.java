package dev.tr116.results;

import java.util.List;

/** Sessions cannot be joined; the message lists every reason. */
public final class MergeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MergeException(List<String> problems) {
    super("these sessions cannot be joined:\n  - " + String.join("\n  - ", problems));
  }
}
