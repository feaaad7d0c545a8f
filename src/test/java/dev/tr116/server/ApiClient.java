package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Speaks to a server as any client does. */
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public ApiClient(URI base) {
    this.base = base;
  }

  /** An answer, read to its end. */
  public record Answer(int status, String contentType, String body) {
    public JsonNode json() {
      return parse(body);
    }

    public List<JsonNode> lines() {
      return body.lines().map(ApiClient::parse).toList();
    }

    public JsonNode last() {
      return lines().getLast();
    }

    /** What the lines say together. */
    public String text() {
      return lines().stream()
          .map(line -> line.path("response").asText())
          .reduce("", String::concat);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  public Answer post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  public Answer generate(String fields) {
    return post("/api/generate", "{" + fields + "}");
  }

  /** Begins an answer that the caller reads, or leaves by closing it. */
  public InputStream open(String path, String body) {
    try {
      var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private Answer send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
