package dev.tr116.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request and its answer; the connection that carries it takes every turn but the last. */
final class RunningExchange implements Exchange {
  private final ByteBuffer request;
  private final Answer answer;
  private final AnswerReader reader;
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private volatile @Nullable Connection carrier;

  RunningExchange(ByteBuffer request, Answer answer) {
    this.request = request;
    this.answer = answer;
    this.reader = new AnswerReader(answer);
  }

  /** It goes over that connection. */
  void on(Connection connection) {
    carrier = connection;
  }

  /** What is left of the request, which is about to be written. */
  ByteBuffer request(long now) {
    if (request.position() == 0) {
      answer.sent(now);
    }
    return request;
  }

  private boolean isUnsent() {
    return request.hasRemaining();
  }

  /**
   * Takes bytes of the answer; whether it is whole.
   *
   * @throws IOException when they are no HTTP
   */
  boolean take(ByteBuffer bytes, long now) throws IOException {
    return reader.take(bytes, now);
  }

  /**
   * The server has closed the connection.
   *
   * @throws EOFException when that does not end the answer
   */
  void closedByServer(long now) throws EOFException {
    reader.end(now);
  }

  /** Whether the connection can carry another exchange after this whole one. */
  boolean keepsConnection() {
    return !isUnsent() && reader.keepsConnection();
  }

  /** The answer is whole, and the connection free again. */
  void complete() {
    over.complete(null);
  }

  /** It failed, and the connection is closed. */
  void broke(Throwable reason, long now) {
    try {
      reader.broke(reason, now);
    } catch (RuntimeException | Error mistake) {
      // The answer's own; it must not end the thread that reads all others.
      if (!mistake.equals(reason)) {
        reason.addSuppressed(mistake);
      }
    }
    over.completeExceptionally(reason);
  }

  /** Nobody wants it any more, and the connection is closed. */
  void cancelled() {
    over.completeExceptionally(new CancellationException());
  }

  @Override
  public CompletableFuture<?> over() {
    return over;
  }

  @Override
  public void close() {
    var connection = carrier;
    if (connection != null) {
      connection.abandon(this);
    }
  }
}
