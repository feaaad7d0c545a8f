package dev.tr116.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Sends every piece as a line of its own; the status goes out with the first one. */
final class StreamedReply implements Reply {
  private final HttpCall http;
  private final InferenceCall call;
  private Optional<OutputStream> stream = Optional.empty();

  StreamedReply(HttpCall http, InferenceCall call) {
    this.http = http;
    this.call = call;
  }

  @Override
  public void piece(String text) {
    if (!text.isEmpty()) {
      send(call.form().piece(call.model(), text));
    }
  }

  @Override
  public void finish(FinishReason reason, Figures figures) {
    send(call.form().last(call.model(), "", reason, figures));
  }

  @Override
  public void fail(String message) {
    if (stream.isPresent()) {
      send(Json.error(message));
    } else {
      http.answer(500, Json.error(message));
    }
  }

  private void send(ObjectNode line) {
    var out = stream.orElseGet(this::open);
    try {
      // One write a line: a line in two packets would wait for the client's acknowledgement.
      var bytes = Json.bytes(line);
      var withEnd = Arrays.copyOf(bytes, bytes.length + 1);
      withEnd[bytes.length] = '\n';
      out.write(withEnd);
      out.flush();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  private OutputStream open() {
    var opened = http.openStream();
    stream = Optional.of(opened);
    return opened;
  }
}
