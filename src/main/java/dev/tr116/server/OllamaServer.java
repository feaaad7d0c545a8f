package dev.tr116.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks Ollama's native API on the loop-back interface, with any {@link TokenSource} behind it.
 *
 * <p>One request at a time gets the model, the others wait in the order of their arrival. A client
 * that leaves is noticed when the next piece of its answer cannot be sent; its generation is
 * cancelled then.
 */
public final class OllamaServer implements AutoCloseable {
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer http;
  private final ExecutorService threads;
  private final ModelSlot slot;

  private OllamaServer(HttpServer http, TokenSource source) {
    this.http = http;
    this.slot = new ModelSlot(source);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ollama-call-", 0).factory());
    http.setExecutor(threads);
    http.createContext("/", new Router(source, slot));
  }

  /**
   * Starts a server.
   *
   * @param port where to listen; 0 takes a free port
   * @throws java.net.BindException when the port is taken
   * @throws IOException when the server cannot listen for another reason
   */
  public static OllamaServer start(int port, TokenSource source) throws IOException {
    // Otherwise a line waits up to 40 ms for the acknowledgement of the line before.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    var server = new OllamaServer(HttpServer.create(address, 0), source);
    server.http.start();
    return server;
  }

  /** Where the server listens, e.g. {@code http://127.0.0.1:11434}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Stops at once: breaks off running answers and unloads the model. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    slot.close();
    threads.close();
  }
}
