package dev.tr116.server;

import java.util.Locale;

/** Why an answer ended, as told in {@code done_reason}. */
public enum FinishReason {
  /** The model came to its end, or said one of the stop strings. */
  STOP,
  /** The limit {@code num_predict} was reached. */
  LENGTH,
  /** Nothing was asked: the model was only loaded. */
  LOAD,
  /** Nothing was asked: the model was unloaded. */
  UNLOAD;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
