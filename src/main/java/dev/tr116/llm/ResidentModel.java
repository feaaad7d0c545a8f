package dev.tr116.llm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A model that a server has in memory now, as its {@code /api/ps} tells; what it does not tell is
 * empty.
 *
 * @param name its tag
 * @param digest the SHA-256 of its manifest
 * @param sizeBytes in memory, the context's share included
 * @param sizeVramBytes how much of that is in GPU memory
 * @param contextLength tokens the instance has room for
 * @param quantization e.g. {@code Q4_K_M}
 * @param expiresAt when it leaves memory unless it is called before
 */
public record ResidentModel(
    String name,
    Optional<String> digest,
    OptionalLong sizeBytes,
    OptionalLong sizeVramBytes,
    OptionalLong contextLength,
    Optional<String> quantization,
    Optional<Instant> expiresAt) {

  /** The part of it that the CPU works on, in percent; empty where the server does not tell. */
  public OptionalDouble percentOnCpu() {
    if (sizeBytes.isEmpty() || sizeVramBytes.isEmpty() || sizeBytes.getAsLong() == 0) {
      return OptionalDouble.empty();
    }
    var size = (double) sizeBytes.getAsLong();
    return OptionalDouble.of(100 * Math.max(0, size - sizeVramBytes.getAsLong()) / size);
  }
}
