package dev.tr116.performance;

/**
 * What a client has to read.
 *
 * @param streams how many at once
 * @param tokens in each stream
 * @param intervalMicros from token to token, µs; 0 is as fast as the client reads
 * @param firstMicros from request to first token, µs
 * @param gapMicros from the start of one stream to that of the next, µs
 * @param pinned server on one processor, client on another
 */
record Load(
    int streams, int tokens, int intervalMicros, int firstMicros, int gapMicros, boolean pinned) {

  /** So many streams of 50 tokens a second, the first after 50 ms, for 5 s. */
  static Load of(int streams) {
    return new Load(streams, 250, 20_000, 50_000, 500, true);
  }
}
