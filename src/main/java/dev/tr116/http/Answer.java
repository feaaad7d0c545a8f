package dev.tr116.http;

import java.net.http.HttpHeaders;

/**
 * Who wants an answer. It is told by one thread at a time, which may be the one that reads all
 * connections: it never waits. Times are ns of {@link System#nanoTime()}.
 */
public interface Answer {
  /** The request's body is about to be given to the socket; no server starts before it has it. */
  void sent(long now);

  /** The status and the headers of the final answer have arrived; gives who wants its body. */
  BodySink head(int status, HttpHeaders headers, long now);

  /** The exchange failed. A body that was begun has been told so before. */
  void broke(Throwable thrown);
}
