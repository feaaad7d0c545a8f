package dev.tr116.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/** A server's host and port, as an {@code http} address names them. */
record Origin(String host, int port) {
  private static final int HTTP = 80;

  /**
   * The one of an address.
   *
   * @throws IllegalArgumentException when it is not {@code http} or names no host
   */
  static Origin of(URI address) {
    if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("no http address: " + address);
    }
    return new Origin(
        address.getHost().toLowerCase(Locale.ROOT),
        address.getPort() < 0 ? HTTP : address.getPort());
  }

  /** Where it is; unresolved when nobody knows that host. It may wait for a name server. */
  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }
}
