package dev.tr116.telemetry;

import java.util.Optional;

/**
 * A server's memory around a block; empty where the server does not tell.
 *
 * @param before the first part began
 * @param after the last part was over
 */
public record ServerMemoryAround(Optional<ServerMemory> before, Optional<ServerMemory> after) {
  /** The server tells nothing, or was not asked. */
  public static final ServerMemoryAround UNKNOWN =
      new ServerMemoryAround(Optional.empty(), Optional.empty());
}
