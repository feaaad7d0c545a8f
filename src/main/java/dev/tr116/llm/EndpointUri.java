package dev.tr116.llm;

import java.net.URI;

/** Addresses of an endpoint's API. */
final class EndpointUri {
  private EndpointUri() {}

  /**
   * Passes an address that names a server.
   *
   * @throws IllegalArgumentException when it does not, or holds credentials
   */
  static void check(URI endpoint) {
    var scheme = String.valueOf(endpoint.getScheme());
    var isHttp = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!isHttp || endpoint.getHost() == null) {
      throw new IllegalArgumentException(FailureMessages.noEndpoint(endpoint));
    }
    if (endpoint.getRawUserInfo() != null) {
      throw new IllegalArgumentException(FailureMessages.credentials());
    }
  }

  /** The address of one call below the endpoint's own path, e.g. of {@code /api/generate}. */
  static URI of(URI endpoint, String path) {
    var base = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    var prefix = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
    return URI.create(base + prefix.replaceFirst("/+$", "") + path);
  }
}
