package dev.tr116.llm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model as a server describes it; each question is answered with another part of this.
 *
 * @param name its tag
 * @param digest the SHA-256 of its manifest
 * @param sizeBytes on disk
 * @param family e.g. {@code gemma3}
 * @param parameterSize e.g. {@code 4.3B}
 * @param quantization e.g. {@code Q4_K_M}
 * @param contextLength tokens, the most the model was made for
 * @param capabilities e.g. {@code completion}, {@code thinking}
 */
public record ModelInfo(
    String name,
    Optional<String> digest,
    OptionalLong sizeBytes,
    Optional<String> family,
    Optional<String> parameterSize,
    Optional<String> quantization,
    OptionalLong contextLength,
    List<String> capabilities) {

  /** Takes a copy of the list. */
  public ModelInfo {
    capabilities = List.copyOf(capabilities);
  }
}
