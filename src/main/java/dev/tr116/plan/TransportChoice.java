package dev.tr116.plan;

import java.net.URI;
import java.util.Locale;

/** What carries the calls to {@code http} endpoints; {@code https} is always Java's. */
public enum TransportChoice {
  /** One thread over plain sockets: less CPU time for a token, and stamps sooner. */
  SELECTOR,
  /** Java's own HTTP client. */
  JDK;

  /** Where nothing else was said. */
  public static final TransportChoice STANDARD = SELECTOR;

  /** As it stands in settings and records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What carries the calls to an endpoint when this was chosen. */
  public TransportChoice to(URI endpoint) {
    return "https".equalsIgnoreCase(endpoint.getScheme()) ? JDK : this;
  }
}
