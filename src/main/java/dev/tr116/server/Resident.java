package dev.tr116.server;

import java.time.Instant;

/**
 * The model in memory.
 *
 * @param model which it is
 * @param options what it was loaded with
 * @param loaded the model itself
 * @param expiresAt when it is unloaded unless it is used again, by a clock that may be set
 * @param over the same by the clock that only goes forward, ns
 */
record Resident(
    ServedModel model, LoadOptions options, LoadedModel loaded, Instant expiresAt, long over) {
  /** A model that stays so long from now on. */
  static Resident of(
      ServedModel model, LoadOptions options, LoadedModel loaded, KeepAlive keepAlive) {
    return new Resident(
        model,
        options,
        loaded,
        keepAlive.expiry(Instant.now()),
        System.nanoTime() + keepAlive.limit().orElse(KeepAlive.LONGEST).toNanos());
  }

  boolean serves(ServedModel wanted, LoadOptions wantedOptions) {
    return model.name().equals(wanted.name()) && options.equals(wantedOptions) && loaded.isAlive();
  }

  /** The same, with its time beginning anew. */
  Resident staying(KeepAlive keepAlive) {
    return of(model, options, loaded, keepAlive);
  }

  boolean isOver() {
    return System.nanoTime() - over >= 0;
  }
}
