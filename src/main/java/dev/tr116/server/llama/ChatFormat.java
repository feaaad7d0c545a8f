package dev.tr116.server.llama;

import dev.tr116.server.Prompt;
import java.util.List;

/**
 * How an architecture marks the turns of a conversation.
 *
 * @param open stands before the role
 * @param between stands between the role and what it says
 * @param close ends the turn
 * @param assistant the name of the role that answers
 */
record ChatFormat(String open, String between, String close, String assistant) {
  /** The text the model goes on from. */
  String render(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Raw(var text) -> text;
      case Prompt.Chat(var messages) -> render(messages);
    };
  }

  /** The same as a template in Ollama's notation, as {@code /api/show} tells it. */
  String template() {
    return "{{ if .System }}"
        + turn("system", "{{ .System }}")
        + "{{ end }}"
        + turn("user", "{{ .Prompt }}")
        + answer();
  }

  private String render(List<Prompt.Message> messages) {
    var text = new StringBuilder();
    for (var message : messages) {
      var role = message.role().equals("assistant") ? assistant : message.role();
      text.append(turn(role, message.content()));
    }
    return text.append(answer()).toString();
  }

  private String turn(String role, String content) {
    return open + role + between + content + close;
  }

  private String answer() {
    return open + assistant + between;
  }
}
