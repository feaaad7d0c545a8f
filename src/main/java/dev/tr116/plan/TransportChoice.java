package dev.tr116.plan;

/** What carries the calls to {@code http} endpoints; {@code https} is always Java's. */
public enum TransportChoice {
  /** One thread over plain sockets: less CPU time for a token, and stamps sooner. */
  SELECTOR,
  /** Java's own HTTP client. */
  JDK;

  /** Where nothing else was said. */
  public static final TransportChoice STANDARD = SELECTOR;
}
