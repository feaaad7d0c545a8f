package dev.tr116.server;

/** How an answer reaches the client. */
interface Reply {
  /** Passes on a piece of the answer; an empty one is nothing to tell. */
  void piece(String text);

  /** Ends the answer. */
  void finish(FinishReason reason, Figures figures);

  /** Ends it with an error. */
  void fail(String message);
}
