package dev.tr116.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:11434",
        "127.0.0.1:11434",
        "127.0.1.1",
        "[::1]:11434",
        "ollama.localhost:80",
        "localhost.:80"
      })
  void aNameOfThisMachineIsAnswered(String host) {
    assertThat(BrowserGuard.refusal(Map.of("host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil-localhost",
        "192.168.0.7:11434",
        "[::2]:11434",
        "127.0.0.1:11434@evil.example",
        "localhost\u001b[31m"
      })
  void anotherNameIsThatOfARebindingPage(String host) {
    assertThat(BrowserGuard.refusal(Map.of("host", host)))
        .hasValueSatisfying(
            why -> assertThat(why).contains("http://127.0.0.1").doesNotContain("\u001b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://127.0.0.1:8080",
        "https://127.0.0.1:11434",
        "null",
        "file://",
        ""
      })
  void aPageOfAnotherOriginIsRefused(String origin) {
    assertThat(BrowserGuard.refusal(Map.of("host", "127.0.0.1:11434", "origin", origin)))
        .isPresent();
  }

  @Test
  void aRequestOfItsOwnOriginIsAnswered() {
    var headers = Map.of("host", "127.0.0.1:11434", "origin", "http://127.0.0.1:11434");

    assertThat(BrowserGuard.refusal(headers)).isEmpty();
  }

  @Test
  void anImageOfAnotherSiteIsRefusedAlthoughItHasNoOrigin() {
    assertThat(BrowserGuard.refusal(fetch("cross-site"))).isPresent();
    assertThat(BrowserGuard.refusal(fetch("same-site"))).isPresent();
    assertThat(BrowserGuard.refusal(fetch("same-origin"))).isEmpty();
    assertThat(BrowserGuard.refusal(fetch("none"))).isEmpty();
  }

  private static Map<String, String> fetch(String site) {
    return Map.of("host", "127.0.0.1:11434", "sec-fetch-site", site);
  }

  @Test
  void bothServersGuardEveryPath() throws IOException {
    try (var embedded = OllamaServer.start(0, ScriptedSource.saying("Polly"));
        var scripted = ScriptedServer.start()) {
      for (var server : new URI[] {embedded.uri(), scripted.endpoint()}) {
        assertThat(ask(server, "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(ask(server, "Host: 127.0.0.1\r\nOrigin: https://evil.example"))
            .startsWith("HTTP/1.1 403");
        assertThat(ask(server, "Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static String ask(URI server, String headers) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /api/version HTTP/1.1\r\n" + headers + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new byte[64];
      var count = socket.getInputStream().read(answer);
      return new String(answer, 0, count, StandardCharsets.US_ASCII);
    }
  }
}
