package dev.tr116.http;

import java.util.concurrent.CompletableFuture;

/** A request under way. */
public interface Exchange {
  /**
   * Complete when the connection is free again or closed; whatever there was to tell is told by
   * then.
   */
  CompletableFuture<?> over();

  /** Closes the connection of an exchange that is still under way, and only that. */
  void close();
}
