package dev.tr116.llm;

import java.util.List;
import java.util.Optional;

/**
 * What an OpenAI-compatible server says of itself.
 *
 * @param models the names it serves
 * @param version its program and version as far as it tells them, e.g. {@code vLLM 0.11.0}
 */
public record OpenAiServer(List<String> models, Optional<String> version) {
  /** Takes a copy of the names. */
  public OpenAiServer {
    models = List.copyOf(models);
  }
}
