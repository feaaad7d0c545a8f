package dev.tr116.llm;

import dev.tr116.http.Answer;
import dev.tr116.http.BodySink;
import dev.tr116.http.Exchange;
import dev.tr116.http.Transport;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** One streamed call from its start to its end, in whatever protocol. */
final class GenerateCall implements Answer {
  /** How long a complete answer may keep its connection before that is closed. */
  static final long LINGER_MILLIS = 250;

  private final Transport transport;
  private final Protocol protocol;
  private final LlmRequest request;
  private final HttpRequest.Builder head;
  private final byte[] body;
  private final CallRecording recording;

  private volatile boolean left;

  /** With the address, the headers and the body that the protocol gives the request. */
  GenerateCall(
      Transport transport,
      Protocol protocol,
      LlmRequest request,
      HttpRequest.Builder head,
      byte[] body) {
    this.transport = transport;
    this.protocol = protocol;
    this.request = request;
    this.head = head;
    this.body = body;
    this.recording = new CallRecording(request, System.nanoTime());
  }

  /** Makes the call and waits for its end. */
  CallTrace run() {
    if (Thread.currentThread().isInterrupted()) {
      recording.fail(FailureKind.CANCELLED, FailureMessages.interrupted());
    }
    if (!recording.isDecided()) {
      exchange();
    }
    recording.seal(System.nanoTime());
    return recording.trace();
  }

  /** Makes the call without a thread that waits. */
  Flight start(ScheduledExecutorService steps) {
    var flight = new FreeFlight(this, recording, steps);
    flight.begin(GenerateCall::send);
    return flight;
  }

  /** Ends the call from outside, unless it has ended before. */
  void cancel(String message) {
    recording.fail(FailureKind.CANCELLED, message);
  }

  private Exchange send() {
    return transport.post(head.setHeader("Content-Type", "application/json"), body, this);
  }

  private void exchange() {
    var exchange = send();
    try {
      awaitEnding();
      if (connectionIsUsable()) {
        exchange.over().get(LINGER_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      recording.fail(FailureKind.CANCELLED, FailureMessages.interrupted());
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The ending is known; what the connection does afterwards changes nothing.
    } finally {
      exchange.close();
    }
  }

  @Override
  public void sent(long now) {
    recording.sent(now);
  }

  @Override
  public BodySink head(int status, HttpHeaders headers, long now) {
    recording.headers(now, status);
    var compressed = Compression.of(headers);
    if (status == 200) {
      compressed.ifPresent(
          coding ->
              recording.fail(
                  FailureKind.MALFORMED, Compression.message(request.endpoint(), coding)));
      return new RecordedBody(protocol.answer(request, recording), recording);
    }
    var asked = protocol.head(request).build().uri();
    Redirect.message(request.endpoint(), asked, status, headers)
        .or(() -> compressed.map(coding -> compressedReason(status, coding)))
        .ifPresent(message -> recording.fail(FailureKind.HTTP_STATUS, message));
    return new RecordedBody(new StatusSink(protocol, request, recording, status), recording);
  }

  private String compressedReason(int status, String coding) {
    return FailureMessages.status(
        request.endpoint(), status, "a reason that is compressed (" + coding + ")");
  }

  private void awaitEnding() throws InterruptedException {
    while (!recording.awaitDecided(remaining())) {
      // Looks again.
    }
  }

  /** Ends the call when a timeout has passed; how long nobody need look again, in ns. */
  long remaining() {
    var timeouts = request.timeouts();
    var now = System.nanoTime();
    var progress = recording.progress();
    progress.expired(timeouts, now).ifPresent(this::expire);
    return progress.quiet(timeouts, now);
  }

  private void expire(FailureKind kind) {
    var status = recording.status();
    if (status.isPresent() && status.getAsInt() != 200) {
      recording.fail(
          FailureKind.HTTP_STATUS,
          FailureMessages.status(request.endpoint(), status.getAsInt(), ""));
      return;
    }
    var timeouts = request.timeouts();
    recording.fail(
        kind,
        switch (kind) {
          case TIMEOUT_CONNECT ->
              FailureMessages.connectTimeout(request.endpoint(), timeouts.connect());
          case TIMEOUT_FIRST_TOKEN -> FailureMessages.firstTokenTimeout(timeouts.firstToken());
          case TIMEOUT_IDLE -> FailureMessages.idleTimeout(timeouts.idle());
          default -> FailureMessages.totalTimeout(timeouts.total());
        });
  }

  /** Whether the connection can serve another call once the server has said everything. */
  boolean connectionIsUsable() {
    return recording
        .failure()
        .map(
            failure ->
                failure.kind() == FailureKind.ERROR_LINE
                    || failure.kind() == FailureKind.HTTP_STATUS)
        .orElse(true);
  }

  /** Whether the client keeps a connection open that no call can use or close any more. */
  boolean leftAConnection() {
    return left;
  }

  /** Before the headers, nothing else has noticed. */
  @Override
  public void broke(Throwable thrown) {
    var endpoint = request.endpoint();
    var reason = Reasons.of(thrown);
    if (Reasons.contain(thrown, ClosedByInterruptException.class)
        || Reasons.contain(thrown, CancellationException.class)) {
      recording.fail(FailureKind.CANCELLED, FailureMessages.interrupted());
    } else if (Reasons.contain(thrown, UnresolvedAddressException.class)) {
      recording.fail(FailureKind.CONNECT, FailureMessages.unknownHost(protocol.api(), endpoint));
    } else if (Reasons.isNoSocketLeft(thrown)) {
      recording.fail(FailureKind.CONNECT, FailureMessages.noSocketLeft(endpoint, reason));
    } else if (Reasons.contain(thrown, SSLHandshakeException.class)
        || (Reasons.contain(thrown, SSLException.class) && recording.progress().sent().isEmpty())) {
      recording.fail(FailureKind.CONNECT, FailureMessages.tls(endpoint, thrown));
    } else if (Reasons.contain(thrown, ProtocolException.class)) {
      left = transport.keepsWhatIsNoHttp();
      recording.fail(
          FailureKind.MALFORMED, FailureMessages.noHttp(protocol.api(), endpoint, reason));
    } else if (recording.progress().sent().isPresent() || stoodBefore(thrown)) {
      recording.fail(FailureKind.CONNECT, FailureMessages.brokeBeforeAnswer(endpoint, reason));
    } else {
      recording.fail(
          FailureKind.CONNECT, FailureMessages.refused(protocol.api(), endpoint, reason));
    }
    recording.over(System.nanoTime());
  }

  /** Whether the connection stood when it broke. */
  private static boolean stoodBefore(Throwable thrown) {
    return !Reasons.contain(thrown, ConnectException.class);
  }
}
