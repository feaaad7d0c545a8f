package dev.tr116.llm;

import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import java.net.URI;
import java.util.List;

/** What a failed call of an OpenAI-compatible server says besides {@link FailureMessages}. */
final class OpenAiMessages {
  private static final int MOST_NAMES = 10;

  private OpenAiMessages() {}

  static String unusableKey(String variable) {
    return "the environment variable "
        + variable
        + " holds characters that no API key has; set it to the key alone, without quotes or blanks";
  }

  static String noFinishReason() {
    return "the answer ended with [DONE] and without a finish_reason, so the server broke it off:"
        + " look into the server's log";
  }

  static String noDone() {
    return "the answer ended without data: [DONE], after its finish_reason; what followed, such as"
        + " the token counts, may be lost: check what stands between client and server";
  }

  static String plainEnd() {
    return "the answer ended without a finish_reason and without data: [DONE]; the server may have"
        + " died: look into the server's log";
  }

  static String halfEvent(String data) {
    return "the answer ended within an event, '"
        + FailureMessages.quote(data)
        + "'; look into the server's log";
  }

  static String malformed(String data) {
    return "the server sent '"
        + FailureMessages.quote(data)
        + "', which is no event of a streamed answer; check what stands between client and server";
  }

  static String tooLong(int limit) {
    return "the server sent an event of more than "
        + limit / (1024 * 1024)
        + " MiB; no event of a streamed answer is that long: check what answers there";
  }

  static String keyWanted(URI endpoint, int status, String reason, ApiKey key) {
    return endpoint
        + (key.isSet() ? " does not take the API key of " : " wants an API key in ")
        + key.variable()
        + answered(status, reason)
        + "; set that environment variable, or name another one in "
        + Property.OPENAI_KEY_VARIABLE.key();
  }

  static String notServed(URI endpoint, Model model, String reason, List<String> names) {
    return endpoint
        + " does not serve "
        + model.tag()
        + answered(404, reason)
        + (names.isEmpty()
            ? "; name one that its /v1/models lists in "
            : "; it serves " + listed(names) + ": name one of them in ")
        + Property.MODELS.key();
  }

  static String noPath(URI endpoint, String path, String reason) {
    return endpoint
        + " has no "
        + path
        + answered(404, reason)
        + "; try the other API with "
        + Property.OPENAI_API.key()
        + ", or correct "
        + Property.ENDPOINTS.key();
  }

  static String busy(URI endpoint, int status, String reason) {
    return endpoint
        + " is busy"
        + answered(status, reason)
        + "; wait until its model is loaded, make fewer calls at once, or let it take more of them";
  }

  private static String answered(int status, String reason) {
    return " (" + status + (reason.isEmpty() ? "" : ": " + FailureMessages.reason(reason)) + ")";
  }

  private static String listed(List<String> names) {
    var shown = names.stream().limit(MOST_NAMES).map(FailureMessages::quote).toList();
    return String.join(", ", shown)
        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }
}
