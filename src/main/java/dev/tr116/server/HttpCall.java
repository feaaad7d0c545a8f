package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP request and its answer, in the terms of this API. */
final class HttpCall {
  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          400, "Bad Request",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          413, "Content Too Large",
          499, "Client Closed Request",
          500, "Internal Server Error");

  private final RequestHead head;
  private final byte[] body;
  private final OutputStream out;
  private final ClientPresence client;
  private boolean answered;
  private boolean inChunks;
  private boolean complete;

  HttpCall(RequestHead head, byte[] body, OutputStream out, ClientPresence client) {
    this.head = head;
    this.body = body;
    this.out = out;
    this.client = client;
  }

  String method() {
    return head.method();
  }

  String path() {
    return head.path();
  }

  ClientPresence client() {
    return client;
  }

  /** Whether a status line has gone out, so that the answer can no longer become an error. */
  boolean isAnswered() {
    return answered;
  }

  ObjectNode readJson() {
    return Json.parseObject(body);
  }

  void answer(int status, JsonNode json) {
    answer(status, "application/json; charset=utf-8", Json.bytes(json));
  }

  void answerText(int status, String text) {
    answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one line of an answer whose length is not known yet; the first one brings the status. */
  void answerLine(ObjectNode json) {
    var message = new ByteArrayOutputStream();
    if (!answered) {
      inChunks = head.isPersistent();
      var framing = inChunks ? "Transfer-Encoding: chunked" : "Connection: close";
      message.writeBytes(head(200, "application/x-ndjson", framing));
    }
    var line = Json.bytes(json);
    if (inChunks) {
      message.writeBytes(ascii(Integer.toHexString(line.length + 1) + "\r\n"));
    }
    message.writeBytes(line);
    message.write('\n');
    if (inChunks) {
      message.writeBytes(ascii("\r\n"));
    }
    send(message);
  }

  /** Ends an answer made of lines. */
  void endLines() {
    if (inChunks) {
      var message = new ByteArrayOutputStream();
      message.writeBytes(ascii("0\r\n\r\n"));
      send(message);
    }
    complete = true;
  }

  /** Whether the answer has gone out to its end, so that another may follow. */
  boolean isComplete() {
    return complete;
  }

  private void answer(int status, String contentType, byte[] content) {
    var message = new ByteArrayOutputStream();
    message.writeBytes(head(status, contentType, "Content-Length: " + content.length));
    if (!method().equals("HEAD")) {
      message.writeBytes(content);
    }
    send(message);
    complete = true;
  }

  private byte[] head(int status, String contentType, String framing) {
    return ascii(
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
            .formatted(status, REASONS.getOrDefault(status, "Status"), contentType, framing));
  }

  /** One write a message: in two packets the second would wait to be sent. */
  private void send(ByteArrayOutputStream message) {
    answered = true;
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
