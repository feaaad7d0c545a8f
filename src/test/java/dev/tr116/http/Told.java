package dev.tr116.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Keeps what is told of an answer. */
final class Told implements Answer, BodySink {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<Long> times = new ArrayList<>();
  private OptionalLong sent = OptionalLong.empty();
  private OptionalInt status = OptionalInt.empty();
  private Map<String, List<String>> headers = Map.of();
  private int ends;
  private Optional<Throwable> brokenBody = Optional.empty();
  private Optional<Throwable> broken = Optional.empty();

  @Override
  public synchronized void sent(long now) {
    sent = OptionalLong.of(now);
  }

  @Override
  public synchronized BodySink head(int received, HttpHeaders fields, long now) {
    status = OptionalInt.of(received);
    headers = fields.map();
    times.add(now);
    return this;
  }

  @Override
  public synchronized void broke(Throwable thrown) {
    broken = Optional.of(thrown);
  }

  @Override
  public synchronized void take(ByteBuffer buffer, long now) {
    // Half of it is left to whoever calls.
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    buffer.position(buffer.position() + bytes.length / 2);
    body.writeBytes(bytes);
    times.add(now);
  }

  @Override
  public synchronized void end(Optional<Throwable> reason, long now) {
    ends++;
    brokenBody = reason;
  }

  synchronized OptionalLong sent() {
    return sent;
  }

  synchronized OptionalInt status() {
    return status;
  }

  synchronized Map<String, List<String>> headers() {
    return headers;
  }

  synchronized String body() {
    return body.toString(UTF_8);
  }

  /** When the head and each part of the body came. */
  synchronized List<Long> times() {
    return List.copyOf(times);
  }

  /** How often the body has ended. */
  synchronized int ends() {
    return ends;
  }

  /** Why the body ended, when it did not end by itself. */
  synchronized Optional<Throwable> brokenBody() {
    return brokenBody;
  }

  /** Why the exchange failed, if it did. */
  synchronized Optional<Throwable> broken() {
    return broken;
  }
}
