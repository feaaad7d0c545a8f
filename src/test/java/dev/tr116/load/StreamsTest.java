package dev.tr116.load;

import org.junit.jupiter.api.Test;

/** A short form of {@link OpenedStreamsSoak}. */
class StreamsTest {
  @Test
  void streamsThatWereOpenedAndClosedLeaveNothing() throws Exception {
    try (var server = PlayedElsewhere.here(Play.endings())) {
      new OpenedStreams(server.endpoint(), server::openConnections, 50).require(500);
    }
  }
}
