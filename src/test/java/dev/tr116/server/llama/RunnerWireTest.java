package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerWireTest {
  @Test
  void carriesEveryFrame() throws IOException {
    var frames =
        List.of(
            new RunnerFrame.Hello("secret"),
            new RunnerFrame.Loaded(),
            new RunnerFrame.Unusable("no library"),
            new RunnerFrame.Failed("no memory"),
            new RunnerFrame.Generate("Grüße ".repeat(20_000), 5, 0.8, 40, 0.9, 1.1, -7),
            new RunnerFrame.Cancel(),
            new RunnerFrame.PromptRead(12, 34_000_000_000L),
            new RunnerFrame.Piece("", 1),
            new RunnerFrame.Finished());
    try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var near = new RunnerWire(new Socket(door.getInetAddress(), door.getLocalPort()));
        var far = new RunnerWire(door.accept())) {
      for (var frame : frames) {
        near.send(frame);

        assertThat(far.receive()).isEqualTo(frame);
      }
    }
  }

  @Test
  void tellsThatTheOtherSideIsGone() throws IOException {
    try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      new Socket(door.getInetAddress(), door.getLocalPort()).close();
      try (var far = new RunnerWire(door.accept())) {
        assertThatThrownBy(far::receive).isInstanceOf(EOFException.class);
      }
    }
  }
}
