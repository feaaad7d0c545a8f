package dev.tr116.server;

import java.time.Duration;

/** One request's turn with a loaded model. */
final class Lease implements AutoCloseable {
  private final ModelSlot slot;
  private final LoadedModel model;
  private final Duration loadDuration;
  private final KeepAlive keepAlive;
  private boolean settled;

  Lease(ModelSlot slot, LoadedModel model, Duration loadDuration, KeepAlive keepAlive) {
    this.slot = slot;
    this.model = model;
    this.loadDuration = loadDuration;
    this.keepAlive = keepAlive;
  }

  LoadedModel model() {
    return model;
  }

  /** Time it took to get the model ready: small when it was loaded already. */
  Duration loadDuration() {
    return loadDuration;
  }

  /**
   * Begins the model's remaining time. To be called before the client hears of the end, so that
   * whoever asks {@code /api/ps} afterwards sees it.
   */
  void settle() {
    if (!settled) {
      settled = true;
      slot.settle(keepAlive);
    }
  }

  /** Ends the turn; a model that is not to stay is unloaded first. */
  @Override
  public void close() {
    try {
      settle();
      if (keepAlive.isZero()) {
        model.close();
      }
    } finally {
      slot.endTurn();
    }
  }
}
