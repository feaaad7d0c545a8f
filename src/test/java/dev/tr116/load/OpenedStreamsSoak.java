package dev.tr116.load;

import dev.tr116.plan.TransportChoice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dsoak.calls=10000} streams: some whole, some cancelled, some broken in five ways. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OpenedStreamsSoak {
  @Parameter private TransportChoice transport;

  @Test
  void leaveNothing() throws Exception {
    try (var server = PlayedElsewhere.start(40, Duration.ofMillis(10))) {
      new OpenedStreams(server.endpoint(), server::openConnections, 200, transport)
          .require(Integer.getInteger("soak.calls", 10_000));
    }
  }
}
