package dev.tr116.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** An answer of which a test wants to know one thing. */
abstract class Listening implements Answer, BodySink {
  @Override
  public void sent(long now) {}

  @Override
  public BodySink head(int status, HttpHeaders headers, long now) {
    return this;
  }

  @Override
  public void broke(Throwable thrown) {}

  @Override
  public void end(Optional<Throwable> broken, long now) {}
}
