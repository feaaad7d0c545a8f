package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks OpenAI-compatible servers what they are and what they serve. */
public final class OpenAiInspector implements AutoCloseable {
  private static final String MODELS = "/v1/models";
  private static final String VLLM = "vllm";

  /** The API has no version; each program tells its own in its own place. */
  private static final List<Program> PROGRAMS =
      List.of(
          new Program("", "/version", "version"),
          new Program("llama.cpp ", "/props", "build_info"),
          new Program("TGI ", "/info", "version"),
          new Program("Ollama ", "/api/version", "version"));

  private final Questions questions;
  private final ApiKey key;

  /**
   * An inspector without connections yet.
   *
   * @param key what the servers may ask for
   * @param trust whose certificates they may show
   */
  public OpenAiInspector(ApiKey key, ServerTrust trust) {
    this.key = key;
    questions = new Questions(Api.OPENAI, trust);
  }

  /**
   * Asks one server, with a few cheap requests.
   *
   * @param timeout of each
   * @throws IOException when it does not list its models; the message is for people
   */
  public OpenAiServer ask(URI endpoint, Duration timeout) throws IOException, InterruptedException {
    var response = get(endpoint, MODELS, timeout);
    var status = response.statusCode();
    var answer = Questions.tree(response);
    if (status == 401 || status == 403) {
      var reason = key.without(OpenAiError.ofBody(answer).orElse(""));
      throw new IOException(OpenAiMessages.keyWanted(endpoint, status, reason, key));
    }
    if (status != 200 || !answer.path("data").isArray()) {
      throw new IOException(
          Questions.redirect(endpoint, response)
              .orElseGet(
                  () ->
                      FailureMessages.noServer(
                          Api.OPENAI, endpoint, status, key.without(Questions.body(response)))));
    }
    return new OpenAiServer(names(answer), version(endpoint, isVllm(answer), timeout));
  }

  private static List<String> names(JsonNode answer) {
    return answer
        .path("data")
        .valueStream()
        .map(model -> model.path("id").asText(""))
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static boolean isVllm(JsonNode answer) {
    return answer
        .path("data")
        .valueStream()
        .anyMatch(model -> model.path("owned_by").asText("").equals(VLLM));
  }

  private Optional<String> version(URI endpoint, boolean isVllm, Duration timeout)
      throws InterruptedException {
    for (var program : PROGRAMS) {
      var version = tells(program, endpoint, timeout);
      if (version.isPresent()) {
        return version.map(text -> (isVllm ? "vLLM " : program.name()) + text);
      }
    }
    return Optional.empty();
  }

  private Optional<String> tells(Program program, URI endpoint, Duration timeout)
      throws InterruptedException {
    try {
      var response = get(endpoint, program.path(), timeout);
      return response.statusCode() == 200
          ? Optional.ofNullable(Questions.tree(response).path(program.field()).textValue())
              .map(key::without)
              .filter(version -> !version.isBlank())
          : Optional.empty();
    } catch (IOException doesNotTell) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> get(URI endpoint, String path, Duration timeout)
      throws IOException, InterruptedException {
    EndpointUri.check(endpoint);
    var address = OpenAiAccess.uri(endpoint, path);
    return questions.send(key.on(HttpRequest.newBuilder(address).GET()), endpoint, timeout);
  }

  /** Closes every connection. */
  @Override
  public void close() {
    questions.close();
  }

  /** Where a program tells its version. */
  private record Program(String name, String path, String field) {}
}
