package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One HTTP request and its answer, in the terms of this API. */
final class HttpCall {
  /** Far above any prompt that fits a context, far below the heap. */
  static final int LARGEST_BODY_BYTES = 8 << 20;

  private final HttpExchange exchange;
  private boolean answered;

  HttpCall(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /** Whether a status line has gone out, so that the answer can no longer become an error. */
  boolean isAnswered() {
    return answered;
  }

  ObjectNode readJson() {
    byte[] body;
    try {
      body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
    if (body.length > LARGEST_BODY_BYTES) {
      throw new ApiException(413, "request body is larger than " + LARGEST_BODY_BYTES + " bytes");
    }
    return Json.parseObject(body);
  }

  void answer(int status, JsonNode json) {
    answer(status, "application/json; charset=utf-8", Json.bytes(json));
  }

  void answerText(int status, String text) {
    answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers 200 with a body of JSON lines whose number is not known yet. */
  OutputStream openStream() {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    return open(200, 0);
  }

  private void answer(int status, String contentType, byte[] body) {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    var isHead = method().equals("HEAD");
    var out = open(status, isHead ? -1 : body.length);
    if (isHead) {
      return;
    }
    try {
      out.write(body);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  private OutputStream open(int status, long length) {
    answered = true;
    try {
      exchange.sendResponseHeaders(status, length);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
    return exchange.getResponseBody();
  }
}
