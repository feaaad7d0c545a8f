package dev.tr116.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that tells when it is handed over. The JDK asks for it once the connection
 * stands and the request's headers are written, and writes it next; no server starts before it has
 * it, so this is the latest moment before the work begins that a client of the JDK can see.
 */
final class StampedBody implements BodyPublisher {
  private final byte[] body;
  private final Runnable handedOver;

  /** Runs {@code handedOver} just before the bytes go to the socket's queue. */
  StampedBody(byte[] body, Runnable handedOver) {
    this.body = body;
    this.handedOver = handedOver;
  }

  @Override
  public long contentLength() {
    return body.length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Handover(subscriber));
  }

  private final class Handover implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private boolean over;

    Handover(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (over) {
        return;
      }
      over = true;
      handedOver.run();
      subscriber.onNext(ByteBuffer.wrap(body));
      subscriber.onComplete();
    }

    @Override
    public void cancel() {
      over = true;
    }
  }
}
