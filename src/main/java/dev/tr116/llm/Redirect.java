package dev.tr116.llm;

import dev.tr116.plan.Property;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An answer that points elsewhere; it is told and never followed. */
final class Redirect {
  private Redirect() {}

  /**
   * What to tell people of an answer with such a status; nothing for any other status.
   *
   * @param endpoint as it is configured
   * @param asked the address that was asked below it
   */
  static Optional<String> message(URI endpoint, URI asked, int status, HttpHeaders headers) {
    return status >= 300 && status < 400
        ? Optional.of(
            endpoint
                + " redirects"
                + headers
                    .firstValue("Location")
                    .map(location -> to(endpoint, asked, status, location))
                    .orElseGet(() -> " (" + status + ") and does not say where; set " + key()))
        : Optional.empty();
  }

  private static String to(URI endpoint, URI asked, int status, String location) {
    return " to '"
        + FailureMessages.reason(harmless(location))
        + "' ("
        + status
        + "), which is not followed; write "
        + server(endpoint, asked, location).orElse("the server's own address")
        + " in "
        + key();
  }

  /** Without a name, a password and the parameters, which may hold what is nobody's business. */
  private static String harmless(String location) {
    return anonymous(location).replaceFirst("[?].*", "?...");
  }

  private static String anonymous(String location) {
    return location.replaceFirst("//[^/?#]*@", "//");
  }

  /** The endpoint to configure; nothing when it leads to another page than the one asked for. */
  private static Optional<String> server(URI endpoint, URI asked, String location) {
    try {
      var target = asked.resolve(anonymous(location.strip()));
      EndpointUri.check(target);
      var page = asked.getRawPath().substring(EndpointUri.of(endpoint, "").getRawPath().length());
      var path = target.getRawPath();
      return path.endsWith(page)
          ? Optional.of(
              FailureMessages.reason(
                  address(target) + path.substring(0, path.length() - page.length())))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String address(URI target) {
    var port = target.getPort() < 0 ? "" : ":" + target.getPort();
    return target.getScheme() + "://" + target.getHost() + port;
  }

  private static String key() {
    return Property.ENDPOINTS.key();
  }
}
