package dev.tr116.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** One thread that waits for all connections of a transport, and reads them unless told who is. */
final class SelectorLoop {
  private static final int READ_AT_ONCE = 64 * 1024;

  private final Selector selector;
  private final Optional<Executor> reading;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts the thread.
   *
   * @param reading reads in its place
   * @throws IOException when the system has no selector left
   */
  SelectorLoop(Optional<Executor> reading) throws IOException {
    this.selector = Selector.open();
    this.reading = reading;
    this.thread = Thread.ofPlatform().daemon().name("tr116-selector").start(this::run);
  }

  /**
   * Begins to wait for a connection.
   *
   * @throws IOException when the loop or the channel is closed
   */
  SelectionKey register(SocketChannel channel, int operations, Connection connection)
      throws IOException {
    try {
      var key = channel.register(selector, operations, connection);
      selector.wakeup();
      if (!closed) {
        return key;
      }
    } catch (ClosedSelectorException e) {
      // Told below, like an end that is only beginning.
    }
    throw new ClosedChannelException();
  }

  /** Looks again at what it waits for, and lets go of what was closed. */
  void lookAgain() {
    selector.wakeup();
  }

  /** Begins to close every connection. */
  void shutdown() {
    closed = true;
    selector.wakeup();
  }

  /** Waits until every connection is closed. */
  void awaitEnd() {
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Exception reason = new IOException("the client was closed");
    try {
      while (!closed) {
        selector.select(this::ready);
      }
    } catch (IOException broken) {
      reason = broken;
    } finally {
      end(reason);
    }
  }

  private void end(Exception reason) {
    shutdown();
    List.copyOf(selector.keys()).forEach(key -> ((Connection) key.attachment()).breakOff(reason));
    try {
      selector.close();
    } catch (IOException e) {
      // Nobody waits for it any more, and every channel is closed.
    }
  }

  private void ready(SelectionKey key) {
    var connection = (Connection) key.attachment();
    if (reading.isEmpty()) {
      connection.proceed(buffer);
      return;
    }
    try {
      connection.pause();
      reading.get().execute(connection);
    } catch (RejectedExecutionException ended) {
      connection.breakOff(ended);
    }
  }
}
