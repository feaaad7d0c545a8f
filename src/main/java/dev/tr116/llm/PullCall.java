package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Model;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One {@code /api/pull} from its start to its end. */
final class PullCall {
  private static final JsonMapper JSON = new JsonMapper();

  /** Progress of a pull that takes hours; it bounds a line without end. */
  private static final long ANSWER_LIMIT = 64L * 1024 * 1024;

  private static final String SUCCESS = "success";

  private final HttpClient http;
  private final URI endpoint;
  private final Model model;
  private final Duration silence;
  private final ApiKey key;
  private final LineQueue lines = new LineQueue();
  private final AtomicInteger status = new AtomicInteger();

  PullCall(HttpClient http, URI endpoint, Model model, Duration silence, ApiKey key) {
    this.http = http;
    this.endpoint = endpoint;
    this.model = model;
    this.silence = silence;
    this.key = key;
  }

  /**
   * Waits until the server has the model; an interrupt closes the connection, which ends the pull.
   *
   * @throws IOException when the server does not get it; the message is for people
   */
  void run(HttpRequest request, Consumer<PullStep> progress)
      throws IOException, InterruptedException {
    var exchange =
        http.sendAsync(
            request,
            info -> {
              status.set(info.statusCode());
              return BodySubscribers.limiting(
                  BodySubscribers.fromLineSubscriber(lines), ANSWER_LIMIT);
            });
    var told =
        exchange.whenComplete(
            (_, thrown) -> Optional.ofNullable(thrown).ifPresent(cause -> lines.broken(cause)));
    try {
      read(progress);
    } finally {
      told.cancel(true);
      exchange.cancel(true);
    }
  }

  private void read(Consumer<PullStep> progress) throws IOException, InterruptedException {
    var last = "";
    for (var line = next(); line.isPresent(); line = next()) {
      last = line.get();
      if (status.get() != 200) {
        throw new IOException(
            StatusMessage.of(endpoint, Optional.empty(), status.get(), last, key));
      }
      var json = json(last);
      if (json.path("error").isTextual()) {
        throw new IOException(
            FailureMessages.pullFailed(endpoint, model, json.path("error").textValue()));
      }
      var step = json.path("status").asText("");
      if (step.equals(SUCCESS)) {
        return;
      }
      progress.accept(new PullStep(step, bytes(json, "completed"), bytes(json, "total")));
    }
    throw new IOException(
        FailureMessages.pullFailed(
            endpoint,
            model,
            "its answer ended without success, last with '" + FailureMessages.quote(last) + "'"));
  }

  private Optional<String> next() throws IOException, InterruptedException {
    try {
      return lines.next(
          silence,
          FailureMessages.pullFailed(
              endpoint, model, "nothing more came within " + silence.toSeconds() + " s"));
    } catch (IOException broken) {
      throw broken.getCause() == null
          ? broken
          : new IOException(
              FailureMessages.pullFailed(endpoint, model, Reasons.of(broken.getCause())), broken);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException noJson) {
      return JSON.missingNode();
    }
  }

  private static OptionalLong bytes(JsonNode json, String field) {
    var value = json.path(field);
    return value.canConvertToLong() && value.isIntegralNumber() && value.longValue() >= 0
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
