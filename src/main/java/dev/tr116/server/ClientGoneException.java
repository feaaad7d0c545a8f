package dev.tr116.server;

import java.io.IOException;

/** The connection broke: whoever asked is gone, and there is nobody left to answer. */
final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClientGoneException(IOException cause) {
    super("the client closed the connection", cause);
  }
}
