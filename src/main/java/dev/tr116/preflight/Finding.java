package dev.tr116.preflight;

import java.net.URI;
import java.util.Optional;

/**
 * One thing that was found.
 *
 * @param check what it is about
 * @param level how much it matters
 * @param message for people; a problem with what to do about it
 * @param endpoint the server concerned; empty when it is more than one or none
 */
public record Finding(Check check, Level level, String message, Optional<URI> endpoint) {

  static Finding info(Check check, URI endpoint, String message) {
    return new Finding(check, Level.INFO, message, Optional.of(endpoint));
  }

  static Finding info(Check check, String message) {
    return new Finding(check, Level.INFO, message, Optional.empty());
  }

  static Finding warning(Check check, URI endpoint, String message) {
    return new Finding(check, Level.WARNING, message, Optional.of(endpoint));
  }

  static Finding warning(Check check, String message) {
    return new Finding(check, Level.WARNING, message, Optional.empty());
  }

  static Finding error(Check check, URI endpoint, String message) {
    return new Finding(check, Level.ERROR, message, Optional.of(endpoint));
  }

  static Finding error(Check check, String message) {
    return new Finding(check, Level.ERROR, message, Optional.empty());
  }

  /** One line for people, which names the server concerned. */
  public String line() {
    return endpoint
            .filter(server -> !message.contains(server.toString()))
            .map(server -> server + ": ")
            .orElse("")
        + message;
  }

  /** The same as a warning when it is an error. */
  Finding atMostWarning() {
    return level == Level.ERROR ? new Finding(check, Level.WARNING, message, endpoint) : this;
  }
}
