package dev.tr116.telemetry;

import java.util.List;
import java.util.OptionalLong;

/**
 * The memory that the models of one server take, as the server tells it.
 *
 * @param models those it holds in memory
 * @param bytes of all of them; empty where it does not tell each one's
 * @param vramBytes how much of that is in GPU memory; empty where it does not tell
 */
public record ServerMemory(List<String> models, OptionalLong bytes, OptionalLong vramBytes) {
  public ServerMemory {
    models = List.copyOf(models);
  }

  /** The rest, which the CPU works on; empty where either is. */
  public OptionalLong cpuBytes() {
    return bytes.isPresent() && vramBytes.isPresent()
        ? OptionalLong.of(Math.max(0, bytes.getAsLong() - vramBytes.getAsLong()))
        : OptionalLong.empty();
  }
}
