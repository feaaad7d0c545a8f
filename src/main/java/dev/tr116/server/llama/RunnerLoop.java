package dev.tr116.server.llama;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the server's orders: one thread listens, so that an answer can be broken off. */
final class RunnerLoop {
  private final RunnerWire wire;
  private final Inference inference;
  private final BlockingQueue<RunnerFrame.Generate> orders = new ArrayBlockingQueue<>(1);
  private final AtomicBoolean cancelled = new AtomicBoolean();

  RunnerLoop(RunnerWire wire, Inference inference) {
    this.wire = wire;
    this.inference = inference;
  }

  /** Runs until the server closes the connection. */
  void run() throws IOException {
    Thread.ofPlatform().daemon().name("inference").start(this::work);
    while (true) {
      switch (wire.receive()) {
        case RunnerFrame.Generate order -> {
          cancelled.set(false);
          orders.add(order);
        }
        case RunnerFrame.Cancel() -> cancelled.set(true);
        default -> throw new IOException("not an order");
      }
    }
  }

  private void work() {
    try {
      while (true) {
        answer(orders.take());
      }
    } catch (IOException | InterruptedException e) {
      // Without its server a runner is of no use.
      Runtime.getRuntime().halt(1);
    }
  }

  private void answer(RunnerFrame.Generate order) throws IOException {
    try {
      inference.answer(order, wire::send, cancelled::get);
      wire.send(new RunnerFrame.Finished());
    } catch (RuntimeException e) {
      wire.send(new RunnerFrame.Failed(e.toString()));
    }
  }
}
