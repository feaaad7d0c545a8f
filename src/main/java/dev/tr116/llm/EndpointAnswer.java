package dev.tr116.llm;

/** What answers at an endpoint. */
public sealed interface EndpointAnswer {

  /**
   * An Ollama server, or one that passes for it.
   *
   * @param version what it says of itself, e.g. {@code 0.24.0}; an empty text when it tells nothing
   */
  record Ollama(String version) implements EndpointAnswer {}

  /**
   * Another service: the port is taken.
   *
   * @param message what was seen and what to do, for people
   */
  record OtherService(String message) implements EndpointAnswer {}

  /**
   * Nothing, or nothing in time.
   *
   * @param message what was seen and what to do, for people
   */
  record Silence(String message) implements EndpointAnswer {}
}
