package dev.tr116.trace;

import java.util.OptionalLong;

/**
 * The moments of one call, in ns of the monotonic clock ({@link System#nanoTime()}); one that did
 * not happen is empty.
 *
 * @param intended the barrier was released: the call was meant to start
 * @param sent the request was handed to the socket
 * @param headers the answer's status line and headers had arrived
 * @param firstThinking first line with thinking text
 * @param firstContent first line with answer text
 * @param lastContent last line with answer or thinking text
 * @param done the line with {@code done:true}
 * @param closed the call was over, however it ended
 */
public record Stamps(
    long intended,
    OptionalLong sent,
    OptionalLong headers,
    OptionalLong firstThinking,
    OptionalLong firstContent,
    OptionalLong lastContent,
    OptionalLong done,
    long closed) {

  /** The first token of either kind. */
  public OptionalLong firstToken() {
    if (firstThinking.isEmpty()) {
      return firstContent;
    }
    return firstContent.isEmpty()
        ? firstThinking
        : OptionalLong.of(Math.min(firstThinking.getAsLong(), firstContent.getAsLong()));
  }
}
