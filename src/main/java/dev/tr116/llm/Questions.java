package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Questions whose answers are one JSON object. Each is over within its timeout, the body included;
 * a connection must stand within a second.
 */
final class Questions implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final long ANSWER_LIMIT = 64L * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final Api api;
  private final HttpClient http;

  /** Asks servers of that kind. */
  Questions(Api api, ServerTrust trust) {
    this.api = api;
    this.http =
        trust
            .on(HttpClient.newBuilder())
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
  }

  /** The connections, for what is more than a question. */
  HttpClient http() {
    return http;
  }

  /**
   * Sends one and waits for the whole answer, whatever its status.
   *
   * @throws IOException when there is none; the message is for people
   */
  HttpResponse<byte[]> send(HttpRequest.Builder request, URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    var exchange =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_LIMIT));
    try {
      return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException(FailureMessages.noAnswer(api, endpoint, timeout), e);
    } catch (ExecutionException e) {
      throw new IOException(message(endpoint, e), e);
    } finally {
      exchange.cancel(true);
    }
  }

  private String message(URI endpoint, Throwable thrown) {
    if (Reasons.contain(thrown, HttpTimeoutException.class)) {
      return FailureMessages.noAnswer(api, endpoint, CONNECT);
    }
    if (Reasons.contain(thrown, UnresolvedAddressException.class)) {
      return FailureMessages.unknownHost(api, endpoint);
    }
    if (Reasons.contain(thrown, SSLException.class)) {
      return FailureMessages.tls(endpoint, thrown);
    }
    return isSilence(thrown)
        ? FailureMessages.refused(api, endpoint, Reasons.of(thrown))
        : FailureMessages.noHttp(api, endpoint, Reasons.of(thrown));
  }

  /** Whether no connection stood or no answer came in time; otherwise something is there. */
  static boolean isSilence(Throwable thrown) {
    return Stream.of(ConnectException.class, TimeoutException.class, HttpTimeoutException.class)
        .anyMatch(kind -> Reasons.contain(thrown, kind));
  }

  /** The answer's body; a missing node when it is no JSON. */
  static JsonNode tree(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(body(response));
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** The answer's body as text. */
  static String body(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** Where an answer points instead of answering, for people; nothing when it does not. */
  static Optional<String> redirect(URI endpoint, HttpResponse<byte[]> response) {
    return Redirect.message(
        endpoint, response.request().uri(), response.statusCode(), response.headers());
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
