package dev.tr116.llm;

/**
 * How Ollama servers are called.
 *
 * @param key what a server, or a proxy before it, may ask for
 * @param trust whose certificates it may show
 */
public record OllamaAccess(ApiKey key, ServerTrust trust) {
  /** Without a key, and with the certificates Java trusts. */
  public static final OllamaAccess OPEN = new OllamaAccess(ApiKey.NONE, ServerTrust.OF_JAVA);
}
