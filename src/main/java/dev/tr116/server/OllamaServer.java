package dev.tr116.server;

import java.io.IOException;
import java.net.URI;

/**
 * Speaks Ollama's native API on the loop-back interface, with any {@link TokenSource} behind it.
 *
 * <p>One request at a time gets the model, the others wait in the order of their arrival. The
 * request of a client that closes its connection is given up at once, in the queue as well as in
 * the middle of an answer.
 */
public final class OllamaServer implements AutoCloseable {
  private final HttpListener http;
  private final ModelSlot slot;

  private OllamaServer(HttpListener http, ModelSlot slot) {
    this.http = http;
    this.slot = slot;
  }

  /**
   * Starts a server.
   *
   * @param port where to listen; 0 takes a free port
   * @throws java.net.BindException when the port is taken
   * @throws IOException when the server cannot listen for another reason
   */
  public static OllamaServer start(int port, TokenSource source) throws IOException {
    var slot = new ModelSlot(source);
    try {
      return new OllamaServer(HttpListener.start(port, new Router(source, slot)), slot);
    } catch (IOException e) {
      slot.close();
      throw e;
    }
  }

  /** Where the server listens, e.g. {@code http://127.0.0.1:11434}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** Stops at once: breaks off running answers and unloads the model. */
  @Override
  public void close() {
    http.close();
    slot.close();
  }
}
