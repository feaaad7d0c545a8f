package dev.tr116.server;

/** Whoever asked is gone, and there is nobody left to answer. */
final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClientGoneException() {
    super("the client closed the connection");
  }

  ClientGoneException(Throwable cause) {
    super("the client closed the connection", cause);
  }
}
