package dev.tr116.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one exchange after the other. Whoever begins or ends an exchange and
 * the thread that reads take turns; each turn is a few system calls that do not wait. Run, it does
 * what it is ready for.
 */
final class Connection implements Runnable {
  private static final int READ_AT_ONCE = 16 * 1024;

  /** The JDK copies, and keeps a copy as large as what is written at once. */
  private static final int WRITTEN_AT_ONCE = 128 * 1024;

  private final Origin server;
  private final SelectorLoop loop;
  private final IdleConnections idle;
  private final SocketChannel channel;
  private boolean stands;

  /** Told here for every token: the request is no longer in the processor's cache by then. */
  private boolean isSending;

  private @Nullable SelectionKey key;
  private @Nullable RunningExchange exchange;
  private @Nullable ByteBuffer own;

  /**
   * A connection that is not begun.
   *
   * @param idle keeps it after an exchange, when it can carry another
   * @throws IOException when the system has no socket left
   */
  Connection(Origin server, SelectorLoop loop, IdleConnections idle) throws IOException {
    this.server = server;
    this.loop = loop;
    this.idle = idle;
    this.channel = SocketChannel.open();
  }

  Origin server() {
    return server;
  }

  /** Connects, and sends the request as soon as the connection stands. */
  synchronized void begin(InetSocketAddress address, RunningExchange first) {
    exchange = first;
    isSending = true;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      stands = connected(address);
      if (stands) {
        write(first);
      }
      key = loop.register(channel, operations(), this);
    } catch (IOException | RuntimeException broken) {
      breakOff(broken);
    }
  }

  /**
   * Sends another request.
   *
   * @return whether it is this connection's from now on; not when that was closed meanwhile
   */
  synchronized boolean begin(RunningExchange next) {
    if (!channel.isOpen()) {
      return false;
    }
    exchange = next;
    isSending = true;
    try {
      write(next);
      lookFor(operations());
    } catch (IOException | RuntimeException broken) {
      breakOff(broken);
    }
    return true;
  }

  /** Does what the connection is ready for, with a buffer for what it reads. */
  synchronized void proceed(ByteBuffer buffer) {
    if (!channel.isOpen()) {
      return;
    }
    try {
      if (stands || finishConnect()) {
        exchangeBytes(buffer);
      }
      if (channel.isOpen()) {
        lookFor(operations());
      }
    } catch (IOException | RuntimeException | Error broken) {
      // Whatever it is ends this exchange, never the thread that reads all others.
      breakOff(broken);
    }
  }

  @Override
  public synchronized void run() {
    var buffer = own;
    if (buffer == null) {
      buffer = ByteBuffer.allocate(READ_AT_ONCE);
      own = buffer;
    }
    proceed(buffer);
  }

  /** Is ready for nothing until it has proceeded. */
  synchronized void pause() {
    if (channel.isOpen()) {
      lookFor(0);
    }
  }

  /** Closes the connection and fails what is under way, if anything is. */
  synchronized void breakOff(Throwable reason) {
    var ended = exchange;
    exchange = null;
    close();
    if (ended == null) {
      idle.remove(this);
    } else {
      ended.broke(reason, System.nanoTime());
    }
  }

  /** Closes the connection when it carries that exchange; its answer is told nothing any more. */
  synchronized void abandon(RunningExchange unwanted) {
    if (exchange == unwanted) {
      exchange = null;
      close();
      unwanted.cancelled();
    }
  }

  /** Closes it. */
  synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed nevertheless.
    }
    loop.lookAgain();
  }

  private boolean connected(InetSocketAddress address) throws IOException {
    try {
      if (address.isUnresolved()) {
        throw new UnresolvedAddressException();
      }
      return channel.connect(address);
    } catch (IOException | UnresolvedAddressException e) {
      throw noConnection(e);
    }
  }

  private boolean finishConnect() throws IOException {
    try {
      stands = channel.finishConnect();
      return stands;
    } catch (IOException e) {
      throw noConnection(e);
    }
  }

  private static ConnectException noConnection(Exception reason) {
    if (reason instanceof ConnectException refused) {
      return refused;
    }
    var told = new ConnectException(reason.getMessage());
    told.initCause(reason);
    return told;
  }

  private void exchangeBytes(ByteBuffer buffer) throws IOException {
    var running = exchange;
    if (running != null && isSending) {
      write(running);
    }
    buffer.clear();
    var count = channel.read(buffer);
    var now = System.nanoTime();
    if (count == 0) {
      return;
    }
    if (running == null) {
      throw new IOException("the server closed an idle connection, or said something unasked");
    } else if (count < 0) {
      running.closedByServer(now);
      finish(running, false);
    } else if (running.take(buffer.flip(), now)) {
      finish(running, !buffer.hasRemaining());
    }
  }

  private void write(RunningExchange running) throws IOException {
    var request = running.request(System.nanoTime());
    var end = request.limit();
    var taken = true;
    while (taken && request.hasRemaining()) {
      request.limit(Math.min(end, request.position() + WRITTEN_AT_ONCE));
      channel.write(request);
      taken = !request.hasRemaining();
      request.limit(end);
    }
    isSending = request.hasRemaining();
  }

  /** The answer is whole; {@code inStep} when nothing came after it. */
  private void finish(RunningExchange running, boolean inStep) {
    exchange = null;
    isSending = false;
    if (inStep && running.keepsConnection()) {
      idle.add(this);
    } else {
      close();
    }
    running.complete();
  }

  private void lookFor(int operations) {
    var registered = key;
    if (registered != null && registered.interestOps() != operations) {
      registered.interestOps(operations);
      loop.lookAgain();
    }
  }

  private int operations() {
    if (!stands) {
      return SelectionKey.OP_CONNECT;
    }
    return isSending ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }
}
