package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.http.Answer;
import dev.tr116.http.Exchange;
import dev.tr116.http.Transport;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final int AT_ONCE = 7;

  private final List<Kept> made = new ArrayList<>();
  private final Connections connections = new Connections(this::transport);

  @AfterEach
  void close() {
    connections.close();
  }

  @Test
  void callsBeyondTheRoomOfOneClientGoToTheNext() {
    var first = take(AT_ONCE);

    var beyond = connections.take();

    assertThat(first).containsOnly(first.getFirst());
    assertThat(beyond).isNotSameAs(first.getFirst());
  }

  @Test
  void roomInTheOldestClientIsUsedFirst() {
    var first = take(AT_ONCE).getFirst();
    var second = connections.take();

    connections.giveBack(first, false);

    assertThat(connections.take()).isSameAs(first);
    assertThat(connections.take()).isSameAs(second);
  }

  @Test
  void clientWithAConnectionThatNobodyCanCloseGetsNoMoreCalls() {
    var spoiled = connections.take();
    connections.giveBack(spoiled, true);

    var next = connections.take();

    assertThat(next).isNotSameAs(spoiled);
    assertThat(made).extracting(transport -> transport.isShutDown).containsExactly(true, false);
  }

  @Test
  void allAreClosedInTheEnd() {
    take(AT_ONCE + 1);

    connections.close();

    assertThat(made).hasSize(2).allMatch(transport -> transport.isShutDown && transport.isClosed);
  }

  @Test
  void whatIsTakenAfterTheEndIsNotLeftOpen() {
    connections.close();

    connections.giveBack(connections.take(), false);

    assertThat(made).hasSize(2).allMatch(transport -> transport.isShutDown);
  }

  private List<Connections.Lease> take(int calls) {
    return Stream.generate(connections::take).limit(calls).toList();
  }

  private Transport transport() {
    var transport = new Kept();
    made.add(transport);
    return transport;
  }

  /** A transport that only knows what was done to it. */
  private static final class Kept implements Transport {
    private boolean isShutDown;
    private boolean isClosed;

    @Override
    public Exchange post(HttpRequest.Builder head, byte[] body, Answer answer) {
      throw new UnsupportedOperationException("nothing is sent here");
    }

    @Override
    public int callsAtOnce() {
      return AT_ONCE;
    }

    @Override
    public boolean keepsWhatIsNoHttp() {
      return true;
    }

    @Override
    public void shutdown() {
      isShutDown = true;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
