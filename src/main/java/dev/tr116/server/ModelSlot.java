package dev.tr116.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one place of a server where a model is loaded and answers: one request at a time, in the
 * order of arrival. Everything but {@link #resident} happens under the fair lock.
 */
final class ModelSlot implements AutoCloseable {
  private final TokenSource source;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("keep-alive-timer").factory());
  private volatile Optional<Resident> resident = Optional.empty();
  private Optional<Future<?>> expiry = Optional.empty();

  ModelSlot(TokenSource source) {
    this.source = source;
  }

  /** The model in memory, as {@code /api/ps} shows it. */
  Optional<Resident> resident() {
    return resident.filter(present -> present.loaded().isAlive());
  }

  /**
   * Waits for its turn and gets the model ready; the turn lasts until the lease is closed.
   *
   * @throws InferenceException when the model cannot be loaded
   * @throws ClientGoneException when the client leaves the queue
   */
  Lease lease(ServedModel model, LoadOptions options, KeepAlive keepAlive, ClientPresence client) {
    awaitTurn(client);
    try {
      var begun = System.nanoTime();
      cancelExpiry();
      var loaded = ready(model, options, keepAlive);
      return new Lease(this, loaded, Duration.ofNanos(System.nanoTime() - begun), keepAlive);
    } catch (Throwable t) {
      turn.unlock();
      throw t;
    }
  }

  /** Unloads the model when its requests are done, if it is the one in memory. */
  void unload(ServedModel model, ClientPresence client) {
    awaitTurn(client);
    try {
      resident
          .filter(present -> present.model().name().equals(model.name()))
          .ifPresent(this::unload);
    } finally {
      turn.unlock();
    }
  }

  /** Lets the model's remaining time begin; with no time left it is out of sight from here on. */
  void settle(KeepAlive keepAlive) {
    resident = resident.filter(present -> !keepAlive.isZero());
    resident = resident.map(present -> present.staying(keepAlive));
    expiry = resident.flatMap(present -> keepAlive.limit()).map(this::expireAfter);
  }

  void endTurn() {
    turn.unlock();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    resident.map(Resident::loaded).ifPresent(LoadedModel::close);
    resident = Optional.empty();
  }

  private void awaitTurn(ClientPresence client) {
    try (var _ = client.onLeave(Thread.currentThread()::interrupt)) {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      throw new ClientGoneException(e);
    }
    // From here on nothing interrupts this thread, but it may have happened at the last moment.
    if (Thread.interrupted()) {
      turn.unlock();
      throw new ClientGoneException();
    }
  }

  private LoadedModel ready(ServedModel model, LoadOptions options, KeepAlive keepAlive) {
    var fitting = resident.filter(present -> present.serves(model, options));
    if (fitting.isPresent()) {
      return fitting.get().loaded();
    }
    resident.ifPresent(this::unload);
    var loaded = source.load(model, options);
    resident = Optional.of(Resident.of(model, options, loaded, keepAlive));
    return loaded;
  }

  private void unload(Resident present) {
    cancelExpiry();
    resident = Optional.empty();
    present.loaded().close();
  }

  private Future<?> expireAfter(Duration duration) {
    return timer.schedule(this::expire, duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void expire() {
    // A request that has its turn now begins the time anew when it ends.
    if (turn.tryLock()) {
      try {
        resident.filter(Resident::isOver).ifPresent(this::unload);
      } finally {
        turn.unlock();
      }
    }
  }

  private void cancelExpiry() {
    expiry.ifPresent(pending -> pending.cancel(false));
    expiry = Optional.empty();
  }
}
