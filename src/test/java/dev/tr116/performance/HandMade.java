package dev.tr116.performance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.function.Supplier;

/** Clients that somebody writes who needs token times for once. */
final class HandMade {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();

  private HandMade(URI endpoint) {
    this.url = endpoint.resolve("/api/generate");
  }

  /** The JDK's lines, each read into a tree. */
  static StreamReader ofLines(URI endpoint) {
    var client = new HandMade(endpoint);
    return client::lines;
  }

  /** The JDK's stream of bytes, parsed object by object. */
  static StreamReader ofInputStream(URI endpoint) {
    var client = new HandMade(endpoint);
    return client::objects;
  }

  private Supplier<PlayedStream> lines(int tokens) throws IOException, InterruptedException {
    var asked = System.nanoTime();
    var seen = new Seen(asked, tokens);
    try (var lines = http.send(request(url, tokens), BodyHandlers.ofLines()).body()) {
      for (var line : (Iterable<String>) lines::iterator) {
        var now = System.nanoTime();
        seen.take(JSON.readTree(line), now);
      }
    }
    return seen::played;
  }

  private Supplier<PlayedStream> objects(int tokens) throws IOException, InterruptedException {
    var asked = System.nanoTime();
    var seen = new Seen(asked, tokens);
    try (var body = http.send(request(url, tokens), BodyHandlers.ofInputStream()).body();
        var objects = JSON.readerFor(JsonNode.class).<JsonNode>readValues(body)) {
      while (objects.hasNextValue()) {
        var object = objects.nextValue();
        seen.take(object, System.nanoTime());
      }
    }
    return seen::played;
  }

  /** Asks for so many tokens. */
  static HttpRequest request(URI url, int tokens) {
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body(tokens)))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** What such a request says. */
  static String body(int tokens) {
    return "{\"model\":\"m\",\"prompt\":\"hello\",\"stream\":true,\"options\":{\"num_predict\":"
        + tokens
        + "}}";
  }

  /** What has come so far. */
  private static final class Seen {
    private final long asked;
    private final long[] arrived;
    private final long[] written;
    private int count;
    private long prompt;

    Seen(long asked, int tokens) {
      this.asked = asked;
      this.arrived = new long[tokens];
      this.written = new long[tokens];
    }

    void take(JsonNode object, long now) {
      if (object.path("done").asBoolean()) {
        prompt = object.path("prompt_eval_duration").asLong();
      } else {
        arrived[count] = now;
        written[count++] = TokenText.of(object.path("response").asText());
      }
    }

    PlayedStream played() {
      return new PlayedStream(
          asked, prompt, Arrays.copyOf(arrived, count), Arrays.copyOf(written, count));
    }
  }
}
