package dev.tr116.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectionTest {
  private static final String ASK = "{\"model\":\"parrot\",\"prompt\":\"Hello\"}";

  @Test
  void carriesOneRequestAfterAnother() throws IOException {
    var answer =
        exchange(
            """
            GET / HTTP/1.1
            Host: localhost

            GET /api/version HTTP/1.1
            Connection: close

            """);

    assertThat(answer)
        .containsSubsequence("HTTP/1.1 200 OK", "Ollama is running", "HTTP/1.1 200", "1.2.3");
  }

  @Test
  void tellsTheLengthButSendsNoBodyToHead() throws IOException {
    var answer =
        exchange(
            """
            HEAD / HTTP/1.1
            Connection: close

            """);

    assertThat(answer).contains("Content-Length: 17").doesNotContain("running");
  }

  @Test
  void readsABodyInChunks() throws IOException {
    var middle = ASK.length() / 2;
    var answer =
        exchange(
            """
            POST /api/generate HTTP/1.1
            Transfer-Encoding: chunked
            Connection: close

            %x
            %s
            %x;name=value
            %s
            0
            Trailer: ignored

            """
                .formatted(
                    middle,
                    ASK.substring(0, middle),
                    ASK.length() - middle,
                    ASK.substring(middle)));

    assertThat(answer).contains("\"response\":\"Polly\"");
  }

  @Test
  void letsAClientGoOnThatAsksBeforeItSends() throws IOException {
    var answer =
        exchange(
            """
            POST /api/generate HTTP/1.1
            Content-Length: %d
            Expect: 100-continue
            Connection: close

            %s\
            """
                .formatted(ASK.length(), ASK));

    assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
  }

  @Test
  void streamsWithoutChunksToAnOldClient() throws IOException {
    var answer =
        exchange(
            """
            POST /api/generate HTTP/1.0
            Content-Length: %d

            %s\
            """
                .formatted(ASK.length(), ASK));

    assertThat(answer).contains("Connection: close").doesNotContain("chunked").endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\n\n",
        "GET / SPDY/1\n\n",
        "GET / HTTP/1.1\nno colon\n\n",
        "GET /% HTTP/1.1\n\n",
        "POST /api/chat HTTP/1.1\nContent-Length: many\n\n"
      })
  void refusesWhatIsNotHttp(String request) throws IOException {
    assertThat(exchange(request)).startsWith("HTTP/1.1 400 Bad Request").contains("malformed");
  }

  @Test
  void refusesALineWithoutAnEnd() throws IOException {
    assertThat(exchange("GET /" + "x".repeat(20_000))).contains("HTTP line is too long");
  }

  /** Sends the text as it is, with the line ends of HTTP, and reads until the server closes. */
  private static String exchange(String request) throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Polly"));
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.uri().getPort())) {
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
