package dev.tr116.server;

import java.util.List;

/** What the model is to answer. */
public sealed interface Prompt {
  /** Text that goes to the model as it is. */
  record Raw(String text) implements Prompt {}

  /** Messages that go through the model's template; never empty. */
  record Chat(List<Message> messages) implements Prompt {
    public Chat {
      messages = List.copyOf(messages);
    }
  }

  /**
   * One turn of a conversation.
   *
   * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
   * @param content what was said
   */
  record Message(String role, String content) {}
}
