package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.http.BodySink;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The streamed chat and text completions of OpenAI's API, as vLLM, llama.cpp and TGI serve them.
 */
final class OpenAiProtocol implements Protocol {
  private static final JsonMapper JSON = new JsonMapper();

  private final OpenAiAccess access;
  private final KnownLines known = OpenAiSink.knownLines();

  OpenAiProtocol(OpenAiAccess access) {
    this.access = access;
  }

  @Override
  public Api api() {
    return Api.OPENAI;
  }

  @Override
  public HttpRequest.Builder head(LlmRequest request) {
    return access
        .key()
        .on(
            HttpRequest.newBuilder(OpenAiAccess.uri(request.endpoint(), access.path()))
                .header("Accept", "text/event-stream"));
  }

  @Override
  public byte[] body(LlmRequest request) {
    return OpenAiBody.of(access.api(), request);
  }

  @Override
  public BodySink answer(LlmRequest request, CallRecording recording) {
    return new OpenAiSink(request, recording, known, access.key());
  }

  @Override
  public String refusal(LlmRequest request, int status, String body) {
    var endpoint = request.endpoint();
    var told = reason(body).map(access.key()::without);
    if (status == 401 || status == 403) {
      return OpenAiMessages.keyWanted(endpoint, status, told.orElse(""), access.key());
    }
    if (told.isEmpty() && !body.isBlank()) {
      return FailureMessages.noServer(Api.OPENAI, endpoint, status, access.key().without(body));
    }
    var reason = told.orElse("");
    return switch (status) {
      case 404 -> missing(request, reason);
      case 429, 503 -> OpenAiMessages.busy(endpoint, status, reason);
      default -> FailureMessages.status(endpoint, status, reason);
    };
  }

  /** The model is missing, unless the server lists it: then it is the path. */
  private String missing(LlmRequest request, String reason) {
    var names = access.served().getOrDefault(request.endpoint(), List.of());
    return names.contains(request.model().tag())
        ? OpenAiMessages.noPath(request.endpoint(), access.path(), reason)
        : OpenAiMessages.notServed(request.endpoint(), request.model(), reason, names);
  }

  private static Optional<String> reason(String body) {
    try {
      return OpenAiError.ofBody(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
