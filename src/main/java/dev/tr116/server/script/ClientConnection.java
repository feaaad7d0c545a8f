package dev.tr116.server.script;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of a client, as the server sees it. */
public final class ClientConnection {
  private final Socket socket;
  private final ScriptedServer server;
  private final BlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final CountDownLatch clientClosed = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long clientClosedAt;
  private volatile boolean closedHere;

  ClientConnection(Socket socket, ScriptedServer server) {
    this.socket = socket;
    this.server = server;
  }

  /** How many requests came over it. */
  public int requests() {
    return requests.get();
  }

  /** When the client closed it, ns; empty while it is open or when the server closed it. */
  public OptionalLong closedByClient() {
    return clientClosed.getCount() == 0 ? OptionalLong.of(clientClosedAt) : OptionalLong.empty();
  }

  /** Waits until the client has closed it, for so long at most; whether it has. */
  public boolean awaitClosedByClient(Duration most) throws InterruptedException {
    return clientClosed.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until either side has closed it, for so long at most; whether one has. */
  public boolean awaitOver(Duration most) throws InterruptedException {
    return over.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether every request that came over it has its whole answer, or it is closed. */
  public boolean isIdle() {
    return over.getCount() == 0 || answered.get() == requests.get();
  }

  /** Reads requests until the connection ends, whoever ends it, while they are answered. */
  void serve() {
    var player = Thread.ofVirtual().start(this::play);
    try (socket) {
      var reader = new RequestReader(socket.getInputStream());
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        requests.incrementAndGet();
        received.add(next.get());
      }
      noteClientClosed();
    } catch (IOException e) {
      // A reset by the client is a close as well.
      noteClientClosed();
    } finally {
      over.countDown();
      player.interrupt();
    }
  }

  /** Answers what was read until it is interrupted or the script closes the connection. */
  private void play() {
    try {
      var ending = Player.Ending.KEEP;
      while (ending == Player.Ending.KEEP) {
        var request = received.take();
        var script = server.scriptFor(request);
        ending = new Player(script, request, socket.getOutputStream(), server::played).play();
        answered.incrementAndGet();
      }
      close(ending == Player.Ending.RESET);
    } catch (InterruptedException | IOException e) {
      // The connection is over; the thread that reads it knows who ended it.
    }
  }

  /** Closes it from the server's side. */
  void close(boolean reset) throws IOException {
    closedHere = true;
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }

  private void noteClientClosed() {
    if (!closedHere) {
      clientClosedAt = System.nanoTime();
      clientClosed.countDown();
    }
  }
}
