package dev.tr116.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Answers made at random, whole and spoilt: both transports must tell the same of them. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportsTest {
  private static final int ANSWERS = 400;
  private static final long SEED = Long.getLong("fuzz.seed", 116);

  private final Transport jdk = new JdkTransport(HttpClient.newBuilder().executor(Runnable::run));
  private final Transport selector = new SelectorTransport(Optional.empty());

  @AfterAll
  void close() {
    jdk.close();
    selector.close();
  }

  @Test
  void tellTheSameOfWholeAnswers() throws Exception {
    for (var number = 0; number < ANSWERS; number++) {
      var answer = new RandomAnswer(SEED + number).whole();

      var told = told(selector, answer);

      assertThat(told).as("%d: %s", number, answer).isEqualTo(told(jdk, answer));
      assertThat(told.broken()).as("%d: %s", number, answer).isFalse();
    }
  }

  /** And on how far each had come. */
  @Test
  void agreeOnWhichAnswersAreBroken() throws Exception {
    var broken = 0;
    for (var number = 0; number < ANSWERS; number++) {
      var answer = new RandomAnswer(SEED + number).cut();

      var told = told(selector, answer);
      var toldByJdk = told(jdk, answer);

      assertThat(told.broken()).as("%d: %s", number, answer).isEqualTo(toldByJdk.broken());
      assertThat(told.status()).as("%d: %s", number, answer).isEqualTo(toldByJdk.status());
      assertThat(told.body()).as("%d: %s", number, answer).isEqualTo(toldByJdk.body());
      broken += told.broken() ? 1 : 0;
    }
    assertThat(broken).isGreaterThan(ANSWERS / 2);
  }

  private static Heard told(Transport transport, RandomAnswer.Bytes answer) throws Exception {
    var told = new Told();
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              for (var part : answer.parts()) {
                RawServer.say(client, part);
                Thread.sleep(1);
              }
              client.shutdownOutput();
              RawServer.awaitEnd(client.getInputStream());
            })) {
      var exchange = transport.post(HttpRequest.newBuilder(server.endpoint()), new byte[3], told);
      try {
        exchange.over().get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertThat(told.broken()).isPresent();
      }
      exchange.close();
    }
    return new Heard(
        told.status().orElse(0),
        List.copyOf(
            told.headers().entrySet().stream()
                .map(e -> e.getKey() + e.getValue())
                .sorted()
                .toList()),
        told.body(),
        told.broken().isPresent());
  }

  /** What was told of an answer. */
  private record Heard(int status, List<String> headers, String body, boolean broken) {}

  /** An answer, its framing and how it is cut into writes, all at random. */
  private static final class RandomAnswer {
    private static final List<String> LENGTHLESS = List.of("204 No Content", "304 Not Modified");
    private static final List<String> STATUSES =
        List.of("200 OK", "200", "404 Not Found", "500 Oops", "503 \u00e4 reason");

    private final Random random;

    RandomAnswer(long seed) {
      random = new Random(seed);
    }

    /** As it goes over the wire, write by write. */
    record Bytes(List<String> parts) {}

    Bytes whole() {
      return parts(text());
    }

    /** The same, ended before its end. */
    Bytes cut() {
      var text = text();
      return parts(text.substring(0, random.nextInt(text.length())));
    }

    private String text() {
      var text = new StringBuilder();
      for (var interim = random.nextInt(3); interim > 1; interim--) {
        text.append("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n");
      }
      var old = random.nextInt(6) == 0;
      var empty = random.nextInt(12) == 0;
      text.append(old ? "HTTP/1.0 " : "HTTP/1.1 ")
          .append(pick(empty ? LENGTHLESS : STATUSES))
          .append("\r\n");
      for (var fields = random.nextInt(4); fields > 0; fields--) {
        text.append(pick(List.of("Server: x\r\n", "X-A:b\r\n", "x-a: c  \r\n", "Empty:\r\n")));
      }
      if (empty) {
        return text.append("\r\n").toString();
      }
      var body = body();
      switch (old ? random.nextInt(2) : random.nextInt(3)) {
        case 0 ->
            text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        case 1 -> text.append("Connection: close\r\n\r\n").append(body);
        default -> chunks(text.append("Transfer-Encoding: chunked\r\n\r\n"), body);
      }
      return text.toString();
    }

    private String body() {
      var body = new StringBuilder();
      for (var lines = random.nextInt(20); lines > 0; lines--) {
        body.append("{\"response\":\"").append("x".repeat(random.nextInt(40))).append("\"}\n");
      }
      return body.toString();
    }

    private void chunks(StringBuilder text, String body) {
      for (var at = 0; at < body.length(); ) {
        var end = Math.min(body.length(), at + 1 + random.nextInt(90));
        var size = Integer.toHexString(end - at);
        text.append(random.nextBoolean() ? size : size.toUpperCase(Locale.ROOT))
            .append(random.nextInt(5) == 0 ? ";a=b" : "")
            .append("\r\n")
            .append(body, at, end)
            .append("\r\n");
        at = end;
      }
      text.append("0\r\n").append(random.nextInt(5) == 0 ? "A: b\r\n" : "").append("\r\n");
    }

    private Bytes parts(String text) {
      List<String> parts = new ArrayList<>();
      for (var at = 0; at < text.length(); ) {
        var end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 20 : 900));
        parts.add(text.substring(at, end));
        at = end;
      }
      return new Bytes(parts);
    }

    private String pick(List<String> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
