package dev.tr116.server;

/** The inference could not begin or broke off; the message goes to the client as it is. */
public final class InferenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the message a client is to see. */
  public InferenceException(String message) {
    super(message);
  }

  /** With the message a client is to see, and what led to it. */
  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
