package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a server what it is and what it has. Every question is over within its timeout, the body
 * included; a connection must stand within a second.
 */
public final class OllamaInspector implements AutoCloseable {
  private final Questions questions;
  private final ApiKey key;

  /** An inspector without connections yet, for servers that ask for nothing. */
  public OllamaInspector() {
    this(OllamaAccess.OPEN);
  }

  /** An inspector without connections yet. */
  public OllamaInspector(OllamaAccess access) {
    questions = new Questions(Api.OLLAMA, access.trust());
    key = access.key();
  }

  /**
   * Tells an Ollama server from another service and from nothing at all; one or two cheap requests.
   */
  public EndpointAnswer ask(URI endpoint, Duration timeout) throws InterruptedException {
    try {
      var response = send(request(endpoint, "/api/version").GET(), endpoint, timeout);
      var version = Questions.tree(response).path("version");
      if (response.statusCode() == 200 && version.isTextual()) {
        return new EndpointAnswer.Ollama(version.textValue());
      }
      if (response.statusCode() == 401 || response.statusCode() == 403) {
        return new EndpointAnswer.OtherService(refusal(endpoint, Optional.empty(), response));
      }
      return listsModels(endpoint, timeout)
          ? new EndpointAnswer.Ollama("")
          : new EndpointAnswer.OtherService(notOllama(endpoint, response));
    } catch (IOException e) {
      var message = String.valueOf(e.getMessage());
      return Questions.isSilence(e)
          ? new EndpointAnswer.Silence(message)
          : new EndpointAnswer.OtherService(message);
    }
  }

  /** Servers that speak the API without telling a version have a list of models all the same. */
  private boolean listsModels(URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    var response = send(request(endpoint, "/api/tags").GET(), endpoint, timeout);
    return response.statusCode() == 200 && Questions.tree(response).path("models").isArray();
  }

  /** The version of the Ollama server there; empty when none answers or it tells none. */
  public Optional<String> version(URI endpoint, Duration timeout) throws InterruptedException {
    return ask(endpoint, timeout) instanceof EndpointAnswer.Ollama(var version)
            && !version.isEmpty()
        ? Optional.of(version)
        : Optional.empty();
  }

  /**
   * The models the server has on disk.
   *
   * @throws IOException when it does not answer as it should; the message is for people
   */
  public List<ModelInfo> models(URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    return ModelInfoReader.list(
        ask(request(endpoint, "/api/tags").GET(), endpoint, Optional.empty(), timeout));
  }

  /**
   * The models the server has in memory now.
   *
   * @throws IOException when it does not answer as it should; the message is for people
   */
  public List<ResidentModel> running(URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    return ModelInfoReader.resident(
        ask(request(endpoint, "/api/ps").GET(), endpoint, Optional.empty(), timeout));
  }

  /**
   * What the server knows of one model.
   *
   * @throws IOException when it does not have it, or does not answer; the message is for people
   */
  public ModelInfo show(URI endpoint, Model model, Duration timeout)
      throws IOException, InterruptedException {
    var body = RequestBody.show(model);
    return ModelInfoReader.shown(
        model, ask(post(endpoint, "/api/show", body), endpoint, Optional.of(model), timeout));
  }

  /**
   * Loads a model with these options and waits until it is in memory.
   *
   * @param keepAlive how long it stays there unused, e.g. {@code 10m}
   * @throws IOException when that fails; the message is for people
   */
  public void load(
      URI endpoint, Model model, GenerationOptions options, String keepAlive, Duration timeout)
      throws IOException, InterruptedException {
    var body = RequestBody.load(model, options, keepAlive);
    ask(post(endpoint, "/api/generate", body), endpoint, Optional.of(model), timeout);
  }

  /**
   * Takes a model out of memory.
   *
   * @throws IOException when that fails; the message is for people
   */
  public void unload(URI endpoint, Model model, Duration timeout)
      throws IOException, InterruptedException {
    load(endpoint, model, GenerationOptions.SERVER_DEFAULTS, "0", timeout);
  }

  /**
   * Makes a server get a model from its registry, and waits for that; an interrupt gives it up.
   *
   * @param silence the longest time without a word from the server
   * @param progress is told every step, on this thread
   * @throws IOException when the server does not get it; the message is for people
   */
  public void pull(URI endpoint, Model model, Duration silence, Consumer<PullStep> progress)
      throws IOException, InterruptedException {
    var request = post(endpoint, "/api/pull", RequestBody.pull(model)).build();
    new PullCall(questions.http(), endpoint, model, silence, key).run(request, progress);
  }

  /**
   * The server's clock beside ours.
   *
   * @return empty when it writes no date
   * @throws IOException when it does not answer; the message is for people
   */
  public Optional<ServerDate> date(URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    var asked = Instant.now();
    var response = send(request(endpoint, "/api/version").GET(), endpoint, timeout);
    var answered = Instant.now();
    return response
        .headers()
        .firstValue("Date")
        .flatMap(OllamaInspector::moment)
        .map(date -> new ServerDate(asked, date, answered));
  }

  private static Optional<Instant> moment(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** Closes every connection. */
  @Override
  public void close() {
    questions.close();
  }

  private JsonNode ask(
      HttpRequest.Builder request, URI endpoint, Optional<Model> model, Duration timeout)
      throws IOException, InterruptedException {
    var response = send(request, endpoint, timeout);
    var status = response.statusCode();
    if (status != 200) {
      throw new IOException(refusal(endpoint, model, response));
    }
    var tree = Questions.tree(response);
    if (!tree.isObject()) {
      throw new IOException(notOllama(endpoint, response));
    }
    return tree;
  }

  private String refusal(URI endpoint, Optional<Model> model, HttpResponse<byte[]> response) {
    return Questions.redirect(endpoint, response)
        .orElseGet(
            () ->
                StatusMessage.of(
                    endpoint, model, response.statusCode(), Questions.body(response), key));
  }

  private static String notOllama(URI endpoint, HttpResponse<byte[]> response) {
    return Questions.redirect(endpoint, response)
        .orElseGet(
            () ->
                FailureMessages.notOllama(
                    endpoint, response.statusCode(), Questions.body(response)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, URI endpoint, Duration timeout)
      throws IOException, InterruptedException {
    return questions.send(request, endpoint, timeout);
  }

  private HttpRequest.Builder request(URI endpoint, String path) {
    EndpointUri.check(endpoint);
    return key.on(HttpRequest.newBuilder(EndpointUri.of(endpoint, path)));
  }

  private HttpRequest.Builder post(URI endpoint, String path, byte[] body) {
    return request(endpoint, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }
}
