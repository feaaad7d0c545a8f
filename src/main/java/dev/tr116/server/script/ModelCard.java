package dev.tr116.server.script;

import dev.tr116.plan.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scripted server says of a model.
 *
 * @param tag its name
 * @param digest the SHA-256 of its weights, as it claims
 * @param quantization e.g. {@code Q4_K_M}
 * @param sizeBytes on disk and in memory
 * @param vramBytes how much of it is in GPU memory once it is loaded
 * @param contextLength the most tokens of context; also what a call gets that asks for none
 * @param contextFactor how many times the context asked for is kept, as for requests in parallel
 */
public record ModelCard(
    String tag,
    String digest,
    String quantization,
    long sizeBytes,
    long vramBytes,
    long contextLength,
    double contextFactor) {
  private static final long SIZE_BYTES = 16_000_000L;
  private static final long CONTEXT_LENGTH = 2048;

  /** A small model on the CPU whose digest follows from its name. */
  public static ModelCard of(Model model) {
    var tag = model.tag();
    var digest = "%064x".formatted(tag.hashCode() & 0xffffffffL);
    return new ModelCard(tag, digest, "F16", SIZE_BYTES, 0, CONTEXT_LENGTH, 1);
  }

  /** The same with other weights. */
  public ModelCard weights(String otherDigest, String otherQuantization) {
    return new ModelCard(
        tag, otherDigest, otherQuantization, sizeBytes, vramBytes, contextLength, contextFactor);
  }

  /** The same with another size, of which so much is in GPU memory. */
  public ModelCard size(long bytes, long inVram) {
    return new ModelCard(tag, digest, quantization, bytes, inVram, contextLength, contextFactor);
  }

  /**
   * The same with another limit of the context, of which a load keeps so many times what is asked.
   */
  public ModelCard context(long longest, double factor) {
    return new ModelCard(tag, digest, quantization, sizeBytes, vramBytes, longest, factor);
  }

  /** As {@code /api/tags} lists it. */
  Map<String, Object> listed() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", tag);
    fields.put("model", tag);
    fields.put("size", sizeBytes);
    fields.put("digest", digest);
    fields.put("details", details());
    return fields;
  }

  /** As {@code /api/show} describes it. */
  Map<String, Object> shown() {
    return Map.of(
        "details",
        details(),
        "model_info",
        Map.of("general.architecture", "llama", "llama.context_length", contextLength),
        "capabilities",
        List.of("completion"));
  }

  private Map<String, Object> details() {
    return Map.of("family", "llama", "parameter_size", "30M", "quantization_level", quantization);
  }
}
