package dev.tr116.server;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Finds the endpoint of a request, and an answer for everything that goes wrong there. */
final class Router implements Consumer<HttpCall> {
  private static final System.Logger LOG = System.getLogger(Router.class.getName());

  private final TokenSource source;
  private final InferenceEndpoint inference;
  private final ModelEndpoints models;

  Router(TokenSource source, ModelSlot slot) {
    var names = new ModelNames(source);
    this.source = source;
    this.inference = new InferenceEndpoint(names, slot);
    this.models = new ModelEndpoints(source, names, slot);
  }

  @Override
  public void accept(HttpCall http) {
    try {
      routeOrFail(http);
    } catch (ClientGoneException e) {
      LOG.log(Level.DEBUG, "a client left before its answer was complete", e);
    }
  }

  private void routeOrFail(HttpCall http) {
    try {
      route(http);
    } catch (ApiException e) {
      http.answer(e.status(), Json.error(e.getMessage()));
    } catch (ClientGoneException e) {
      throw e;
    } catch (Throwable t) {
      // Also an error such as a stack overflow: without an answer the client would wait for ever.
      LOG.log(Level.WARNING, "request to " + http.path() + " failed", t);
      if (!http.isAnswered()) {
        http.answer(500, Json.error(t.toString()));
      }
    }
  }

  private void route(HttpCall http) {
    switch (http.path()) {
      case "/" -> {
        requireRead(http);
        http.answerText(200, "Ollama is running");
      }
      case "/api/version" -> {
        requireRead(http);
        http.answer(200, Json.object().put("version", source.version()));
      }
      case "/api/tags" -> {
        requireRead(http);
        http.answer(200, models.tags());
      }
      case "/api/ps" -> {
        requireRead(http);
        http.answer(200, models.running());
      }
      case "/api/show" -> {
        requirePost(http);
        http.answer(200, models.show(InferenceCallReader.model(http.readJson())));
      }
      case "/api/generate" -> {
        requirePost(http);
        inference.answer(http, InferenceCallReader.generate(http.readJson()));
      }
      case "/api/chat" -> {
        requirePost(http);
        inference.answer(http, InferenceCallReader.chat(http.readJson()));
      }
      default -> http.answerText(404, "404 page not found");
    }
  }

  private static void requireRead(HttpCall http) {
    if (!http.method().equals("GET") && !http.method().equals("HEAD")) {
      throw new ApiException(405, "method not allowed, use GET");
    }
  }

  private static void requirePost(HttpCall http) {
    if (!http.method().equals("POST")) {
      throw new ApiException(405, "method not allowed, use POST");
    }
  }
}
