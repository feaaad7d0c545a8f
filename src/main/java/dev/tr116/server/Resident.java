package dev.tr116.server;

import java.time.Instant;

/**
 * The model in memory.
 *
 * @param model which it is
 * @param options what it was loaded with
 * @param loaded the model itself
 * @param expiresAt when it is unloaded unless it is used again
 */
record Resident(ServedModel model, LoadOptions options, LoadedModel loaded, Instant expiresAt) {
  boolean serves(ServedModel wanted, LoadOptions wantedOptions) {
    return model.name().equals(wanted.name()) && options.equals(wantedOptions) && loaded.isAlive();
  }

  Resident expiringAt(Instant time) {
    return new Resident(model, options, loaded, time);
  }
}
