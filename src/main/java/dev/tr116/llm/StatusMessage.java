package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Model;
import java.net.URI;
import java.util.Optional;

/** Tells what a response with another status than 200 means, from its body. */
final class StatusMessage {
  private static final JsonMapper JSON = new JsonMapper();

  private StatusMessage() {}

  /** The message for people; {@code model} is the one that was asked for, if any. */
  static String of(URI endpoint, Optional<Model> model, int status, String told, ApiKey key) {
    var body = key.without(told);
    var reason = reason(body);
    if (status == 401 || status == 403) {
      return FailureMessages.keyWanted(endpoint, status, reason.orElse(body), key);
    }
    if (reason.isEmpty() && !body.isBlank()) {
      return FailureMessages.notOllama(endpoint, status, body);
    }
    if (status == 404 && model.isPresent()) {
      return FailureMessages.notFound(endpoint, model.get(), reason.orElse(""));
    }
    return status == 503
        ? FailureMessages.busy(endpoint, reason.orElse(""))
        : FailureMessages.status(endpoint, status, reason.orElse(""));
  }

  /** The text of {@code {"error":"..."}}; empty when the body is something else. */
  private static Optional<String> reason(String body) {
    try {
      var error = JSON.readTree(body).path("error");
      return error.isTextual() ? Optional.of(error.textValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
