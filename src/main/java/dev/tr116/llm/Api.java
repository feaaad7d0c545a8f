package dev.tr116.llm;

/** The API a server is expected to speak, in the words of a message to people. */
enum Api {
  OLLAMA("Ollama server", "start it with `ollama serve`"),
  OPENAI(
      "OpenAI-compatible server", "start it, e.g. with `vllm serve <model>` or `llama-server -m`");

  private final String server;
  private final String start;

  Api(String server, String start) {
    this.server = server;
    this.start = start;
  }

  /** What such a server is called, e.g. {@code Ollama server}. */
  String server() {
    return server;
  }

  /** How to start one. */
  String start() {
    return start;
  }
}
