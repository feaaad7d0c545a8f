package dev.tr116.performance;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One answer of the token server as a client saw it; ns of the monotonic clock, which is the
 * server's, too.
 */
final class PlayedStream {
  private final long asked;
  private final long prompt;
  private final long[] arrived;
  private final long[] written;

  /**
   * What was seen.
   *
   * @param asked when the client says it sent the request
   * @param prompt from the request's arrival to the first token, by the server
   * @param arrived when each token arrived, by the client
   * @param written when each token was sent, by the server
   */
  PlayedStream(long asked, long prompt, long[] arrived, long[] written) {
    this.asked = asked;
    this.prompt = prompt;
    this.arrived = arrived;
    this.written = written;
  }

  /** How much later than it was sent each token has arrived, ns. */
  LongStream errors() {
    return IntStream.range(0, arrived.length).mapToLong(i -> arrived[i] - written[i]);
  }

  /** How much too long the client's time to the first token is, ns; none without a token. */
  LongStream ttftBias() {
    return arrived.length == 0 ? LongStream.empty() : LongStream.of(arrived[0] - asked - prompt);
  }
}
