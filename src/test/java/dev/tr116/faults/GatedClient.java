package dev.tr116.faults;

import dev.tr116.llm.Flight;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.LlmRequest;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * Holds the calls to one endpoint back until those to the other one have come to where the test
 * wants them; everything else is the client's own doing.
 */
final class GatedClient implements LlmClient {
  private final LlmClient client;
  private final URI held;
  private final BooleanSupplier far;
  private final CountDownLatch otherEnded = new CountDownLatch(1);

  /**
   * A client.
   *
   * @param client makes the calls
   * @param held the endpoint
   * @param far whether the other call is where it should be, if it need not have ended
   */
  GatedClient(LlmClient client, URI held, BooleanSupplier far) {
    this.client = client;
    this.held = held;
    this.far = far;
  }

  @Override
  public CallTrace generate(LlmRequest request) {
    if (!request.endpoint().equals(held)) {
      try {
        return client.generate(request);
      } finally {
        otherEnded.countDown();
      }
    }
    try {
      while (otherEnded.getCount() > 0 && !far.getAsBoolean()) {
        Thread.sleep(2);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return client.generate(request);
  }

  @Override
  public Flight start(LlmRequest request, ScheduledExecutorService steps) {
    return client.start(request, steps);
  }

  @Override
  public LlmClient on(ScheduledExecutorService loop) {
    return client.on(loop);
  }

  @Override
  public void close() {
    client.close();
  }
}
