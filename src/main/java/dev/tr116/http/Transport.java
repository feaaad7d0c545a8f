package dev.tr116.http;

import java.net.http.HttpRequest;

/** Carries requests over HTTP/1.1, without a proxy; it follows no redirect and repeats nothing. */
public interface Transport extends AutoCloseable {
  /**
   * Posts a body and returns without waiting for an answer. What becomes of the request is told to
   * {@code answer}, a failure to connect included.
   *
   * @param head the address and every header but {@code Host} and {@code Content-Length}
   * @throws IllegalArgumentException when this transport does not serve such addresses
   */
  Exchange post(HttpRequest.Builder head, byte[] body, Answer answer);

  /** How many calls its thread reads at once before stamps get late; then another is due. */
  int callsAtOnce();

  /** Whether a connection whose answer was not HTTP stays open until this transport is closed. */
  boolean keepsWhatIsNoHttp();

  /** Begins to end what is under way, and to close every connection. */
  void shutdown();

  /** Waits until everything is ended and closed. */
  @Override
  void close();
}
