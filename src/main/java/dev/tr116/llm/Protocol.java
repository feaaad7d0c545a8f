package dev.tr116.llm;

import dev.tr116.http.BodySink;
import java.net.http.HttpRequest;

/** What of a call depends on the API that is spoken; it holds no state of a call. */
interface Protocol {
  /** What is expected at the endpoint. */
  Api api();

  /** The address and the headers of a call; the body's length and kind are the caller's matter. */
  HttpRequest.Builder head(LlmRequest request);

  /** The body of a call, JSON in UTF-8. */
  byte[] body(LlmRequest request);

  /** Reads the body of an answer with status 200. */
  BodySink answer(LlmRequest request, CallRecording recording);

  /** What an answer with another status means, for people. */
  String refusal(LlmRequest request, int status, String body);
}
