package dev.tr116.server;

import java.util.Optional;

/** Whether the client of a call is still there, and what to do at the moment it leaves. */
final class ClientPresence {
  private boolean gone;
  private Optional<Runnable> onLeave = Optional.empty();

  /** Keeps an action ready until it is closed; it runs at once if the client is gone already. */
  synchronized Registration onLeave(Runnable action) {
    if (gone) {
      action.run();
    } else {
      onLeave = Optional.of(action);
    }
    return this::forget;
  }

  synchronized void leave() {
    gone = true;
    onLeave.ifPresent(Runnable::run);
    onLeave = Optional.empty();
  }

  synchronized boolean isGone() {
    return gone;
  }

  private synchronized void forget() {
    onLeave = Optional.empty();
  }

  /** The time in which a client's leaving has an effect; once it is closed, it has none. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
