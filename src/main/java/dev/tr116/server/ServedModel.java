package dev.tr116.server;

import java.time.Instant;
import java.util.Map;

/**
 * A model as the server lists it.
 *
 * @param name full name with tag, e.g. {@code gemma3:latest}
 * @param digest SHA-256 of the weights in hexadecimal
 * @param sizeBytes size of the weights
 * @param modifiedAt when the weights were written
 * @param details format, family and size
 * @param contextLength longest context in tokens; a longer one asked for is cut to it
 * @param info further metadata by GGUF key, e.g. {@code general.parameter_count}
 * @param template how messages become a prompt
 */
public record ServedModel(
    String name,
    String digest,
    long sizeBytes,
    Instant modifiedAt,
    Details details,
    int contextLength,
    Map<String, Object> info,
    String template) {
  public ServedModel {
    info = Map.copyOf(info);
  }

  /**
   * The short description that goes with every listing.
   *
   * @param format file format, e.g. {@code gguf}
   * @param family architecture, e.g. {@code qwen2}
   * @param parameterSize number of parameters for people, e.g. {@code 29.4M}
   * @param quantization e.g. {@code Q4_0}
   */
  public record Details(String format, String family, String parameterSize, String quantization) {}
}
