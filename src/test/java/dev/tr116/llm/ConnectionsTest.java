package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final Connections connections = new Connections(ServerTrust.OF_JAVA, Runnable::run);

  @AfterEach
  void close() {
    connections.close();
  }

  @Test
  void callsBeyondTheRoomOfOneClientGoToTheNext() {
    var first = take(Connections.CALLS_OF_A_CLIENT);

    var beyond = connections.take();

    assertThat(first).containsOnly(first.getFirst());
    assertThat(beyond).isNotSameAs(first.getFirst());
  }

  @Test
  void roomInTheOldestClientIsUsedFirst() {
    var first = take(Connections.CALLS_OF_A_CLIENT).getFirst();
    var second = connections.take();

    connections.giveBack(first, false);

    assertThat(connections.take()).isSameAs(first);
    assertThat(connections.take()).isSameAs(second);
  }

  @Test
  void clientWithAConnectionThatNobodyCanCloseGetsNoMoreCalls() throws InterruptedException {
    var spoiled = connections.take();
    connections.giveBack(spoiled, true);

    var next = connections.take();

    assertThat(next).isNotSameAs(spoiled);
    assertThat(spoiled.http().awaitTermination(Duration.ofSeconds(30))).isTrue();
    assertThat(next.http().isTerminated()).isFalse();
  }

  private List<Connections.Lease> take(int calls) {
    return Stream.generate(connections::take).limit(calls).toList();
  }
}
