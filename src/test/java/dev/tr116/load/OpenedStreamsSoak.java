package dev.tr116.load;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code -Dsoak.calls=10000} streams: some whole, some cancelled, some broken in five ways. */
class OpenedStreamsSoak {
  @Test
  void leaveNothing() throws Exception {
    try (var server = PlayedElsewhere.start(40, Duration.ofMillis(10))) {
      new OpenedStreams(server.endpoint(), server::openConnections, 200)
          .require(Integer.getInteger("soak.calls", 10_000));
    }
  }
}
