package dev.tr116.performance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The least that Java can do: one thread that waits for all sockets, stamps what each read gives
 * and keeps its bytes. It knows no protocol and no failure, so it is nobody's client; it tells what
 * part of the cost of {@link BareReader} is that of the JDK's client.
 */
final class SelectorReader implements StreamReader {
  private static final int READ_AT_ONCE = 64 * 1024;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final Queue<Answer> asked = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);

  private SelectorReader(URI endpoint) throws IOException {
    this.server = new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
    Thread.ofPlatform().daemon().name("selector").start(this::read);
  }

  /** Such a client. */
  static StreamReader of(URI endpoint) throws IOException {
    return new SelectorReader(endpoint);
  }

  @Override
  public Supplier<PlayedStream> read(int tokens) throws Exception {
    try (var channel = SocketChannel.open(server)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      var answer = new Answer(channel, new RawAnswer(System.nanoTime(), tokens));
      var request = request(tokens);
      while (request.hasRemaining()) {
        channel.write(request);
      }
      asked.add(answer);
      selector.wakeup();
      return answer.whole.get()::played;
    }
  }

  private static ByteBuffer request(int tokens) {
    var body = HandMade.body(tokens);
    var head =
        "POST /api/generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return ByteBuffer.wrap((head + body).getBytes(US_ASCII));
  }

  private void read() {
    try {
      while (selector.isOpen()) {
        selector.select(this::read);
        for (var next = asked.poll(); next != null; next = asked.poll()) {
          next.channel.register(selector, SelectionKey.OP_READ, next);
        }
      }
    } catch (IOException broken) {
      selector
          .keys()
          .forEach(key -> ((Answer) key.attachment()).whole.completeExceptionally(broken));
    }
  }

  private void read(SelectionKey key) {
    var answer = (Answer) key.attachment();
    try {
      buffer.clear();
      var count = answer.channel.read(buffer);
      var now = System.nanoTime();
      if (count < 0) {
        throw new EOFException("the server ended within an answer");
      }
      answer.raw.take(buffer.flip(), now);
      if (answer.raw.isWhole()) {
        key.cancel();
        answer.whole.complete(answer.raw);
      }
    } catch (IOException broken) {
      key.cancel();
      answer.whole.completeExceptionally(broken);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }

  private static final class Answer {
    private final SocketChannel channel;
    private final RawAnswer raw;
    private final CompletableFuture<RawAnswer> whole = new CompletableFuture<>();

    Answer(SocketChannel channel, RawAnswer raw) {
      this.channel = channel;
      this.raw = raw;
    }
  }
}
