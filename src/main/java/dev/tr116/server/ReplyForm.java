package dev.tr116.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Where the two inference endpoints put the text of an answer. */
enum ReplyForm {
  GENERATE {
    @Override
    void putText(ObjectNode line, String text) {
      line.put("response", text);
    }
  },
  CHAT {
    @Override
    void putText(ObjectNode line, String text) {
      line.putObject("message").put("role", "assistant").put("content", text);
    }
  };

  abstract void putText(ObjectNode line, String text);

  ObjectNode piece(String model, String text) {
    return line(model, text).put("done", false);
  }

  ObjectNode last(String model, String text, FinishReason reason, Figures figures) {
    var line = line(model, text).put("done", true).put("done_reason", reason.wireName());
    figures.writeTo(line);
    return line;
  }

  private ObjectNode line(String model, String text) {
    var line = Json.object().put("model", model).put("created_at", Instant.now().toString());
    putText(line, text);
    return line;
  }
}
