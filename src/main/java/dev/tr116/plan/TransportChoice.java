package dev.tr116.plan;

/** What carries the calls to {@code http} endpoints; {@code https} is always Java's. */
public enum TransportChoice {
  /** Java's own HTTP client. */
  JDK,
  /** One thread over plain sockets: less CPU time for a token, and stamps sooner. */
  SELECTOR
}
