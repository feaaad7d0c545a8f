package dev.tr116.faults;

import dev.tr116.server.script.ClientConnection;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** What an agent speaks to. */
interface Peer extends AutoCloseable {
  /** Its address. */
  URI endpoint();

  /** Waits until no connection is open any more, for so long at most; whether that is so. */
  default boolean awaitNoConnection(Duration most) throws InterruptedException {
    return true;
  }

  /** Waits until no connection is open in the middle of an answer; whether that is so. */
  default boolean awaitOnlyIdle(Duration most) throws InterruptedException {
    return awaitNoConnection(most);
  }

  /** Whether somebody has asked it something. */
  default boolean wasAsked() {
    return true;
  }

  @Override
  default void close() {}

  /** A server that answers every prompt with that script. */
  static Peer playing(Script script) {
    return new Playing(ScriptedServer.start().always(script));
  }

  /** A port on which nobody listens. */
  static Peer nobody() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return at("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address that nothing has to be done for. */
  static Peer at(String address) {
    return () -> URI.create(address);
  }

  /** A server of scripts. */
  record Playing(ScriptedServer server) implements Peer {
    @Override
    public URI endpoint() {
      return server.endpoint();
    }

    @Override
    public boolean wasAsked() {
      return !server.prompts().isEmpty();
    }

    @Override
    public boolean awaitOnlyIdle(Duration most) throws InterruptedException {
      var until = System.nanoTime() + most.toNanos();
      while (!areIdle() && System.nanoTime() < until) {
        Thread.sleep(5);
      }
      return areIdle();
    }

    private boolean areIdle() {
      return server.connections().stream().allMatch(ClientConnection::isIdle);
    }

    @Override
    public boolean awaitNoConnection(Duration most) throws InterruptedException {
      for (var connection : server.connections()) {
        if (!connection.awaitOver(most)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
