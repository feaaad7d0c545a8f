package dev.tr116.server;

/** Sends every piece as a line of its own; the status goes out with the first one. */
final class StreamedReply implements Reply {
  private final HttpCall http;
  private final InferenceCall call;

  StreamedReply(HttpCall http, InferenceCall call) {
    this.http = http;
    this.call = call;
  }

  @Override
  public void piece(String text) {
    if (!text.isEmpty()) {
      http.answerLine(call.form().piece(call.model(), text));
    }
  }

  @Override
  public void finish(FinishReason reason, Figures figures) {
    http.answerLine(call.form().last(call.model(), "", reason, figures));
    http.endLines();
  }

  @Override
  public void fail(String message) {
    if (http.isAnswered()) {
      http.answerLine(Json.error(message));
      http.endLines();
    } else {
      http.answer(500, Json.error(message));
    }
  }
}
