package dev.tr116.load;

import dev.tr116.plan.TransportChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A short form of {@link OpenedStreamsSoak}. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class StreamsTest {
  @Parameter private TransportChoice transport;

  @Test
  void streamsThatWereOpenedAndClosedLeaveNothing() throws Exception {
    try (var server = PlayedElsewhere.here(Play.endings())) {
      new OpenedStreams(server.endpoint(), server::openConnections, 50, transport).require(500);
    }
  }
}
