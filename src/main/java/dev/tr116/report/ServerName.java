package dev.tr116.report;

import java.net.URI;

/** How an endpoint is named to people: without credentials, path and query. */
public final class ServerName {
  private ServerName() {}

  /** E.g. {@code http://127.0.0.1:11434}. */
  public static String full(URI endpoint) {
    return endpoint.getScheme() + "://" + brief(endpoint);
  }

  /** E.g. {@code 127.0.0.1:11434}. */
  public static String brief(URI endpoint) {
    return endpoint.getPort() < 0
        ? String.valueOf(endpoint.getHost())
        : endpoint.getHost() + ":" + endpoint.getPort();
  }
}
