package dev.tr116.faults;

import dev.tr116.llm.Flight;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.LlmRequest;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * Holds the calls to one endpoint back until those to the other one have come to where the test
 * wants them, and gives those all the time they need; the rest is the client's own doing.
 */
final class GatedClient implements LlmClient {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG);

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
        return client.generate(patient(request));
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

  /** A healthy server on a busy machine is not to be taken for a slow one. */
  private static LlmRequest patient(LlmRequest request) {
    return new LlmRequest(
        request.endpoint(),
        request.model(),
        request.prompt(),
        request.system(),
        request.options(),
        request.stage(),
        request.keepAlive(),
        PATIENT,
        request.intended());
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
