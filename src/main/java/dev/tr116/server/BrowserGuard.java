package dev.tr116.server;

import dev.tr116.plan.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps pages in a browser away from a server on this machine. A page of another site can send
 * requests here, and with a name that its owner lets point to 127.0.0.1 it could read the answers,
 * too (DNS rebinding). Such requests name another host in {@code Host}, another site in {@code
 * Origin}, or say so in {@code Sec-Fetch-Site}; clients that are no browsers send none of these.
 */
public final class BrowserGuard {
  private static final Pattern THIS_MACHINE =
      Pattern.compile(
          "(?i)(([a-z0-9-]+\\.)*localhost|127(\\.\\d{1,3}){3}|\\[::1])\\.?(:\\d{1,5})?");
  private static final int QUOTED = 80;

  private BrowserGuard() {}

  /**
   * Why a request is not answered, for its sender; empty when it is.
   *
   * @param headers by their names in lower case
   */
  public static Optional<String> refusal(Map<String, String> headers) {
    var host = Optional.ofNullable(headers.get("host")).orElse("");
    if (!host.isEmpty() && !THIS_MACHINE.matcher(host).matches()) {
      return refusal("host", host);
    }
    var origin = Optional.ofNullable(headers.get("origin"));
    if (origin.isPresent() && !origin.get().equalsIgnoreCase("http://" + host)) {
      return refusal("origin", origin.get());
    }
    return Optional.ofNullable(headers.get("sec-fetch-site"))
        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
        .flatMap(site -> refusal("fetch site", site));
  }

  private static Optional<String> refusal(String what, String value) {
    return Optional.of(
        "this server answers programs on its own machine only, not the "
            + what
            + " '"
            + Printable.of(value, QUOTED)
            + "'; call it at http://127.0.0.1");
  }
}
