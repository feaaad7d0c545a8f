package dev.tr116.server;

/** Collects the answer and sends it as one JSON object. */
final class WholeReply implements Reply {
  private final HttpCall http;
  private final InferenceCall call;
  private final StringBuilder text = new StringBuilder();

  WholeReply(HttpCall http, InferenceCall call) {
    this.http = http;
    this.call = call;
  }

  @Override
  public void piece(String piece) {
    text.append(piece);
  }

  @Override
  public void finish(FinishReason reason, Figures figures) {
    http.answer(200, call.form().last(call.model(), text.toString(), reason, figures));
  }

  @Override
  public void fail(String message) {
    http.answer(500, Json.error(message));
  }
}
