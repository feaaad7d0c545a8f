package dev.tr116.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBytesTest {
  @Test
  void requestHasItsHeadersAndItsBody() {
    var head =
        HttpRequest.newBuilder(URI.create("http://gpu-1:8080/llm/api/generate"))
            .header("Accept", "application/x-ndjson")
            .header("X", "a")
            .header("X", "b")
            .build();

    var bytes = RequestBytes.post(head, "{\"ü\":1}".getBytes(UTF_8));

    assertThat(UTF_8.decode(bytes).toString())
        .isEqualTo(
            """
            POST /llm/api/generate HTTP/1.1
            Host: gpu-1:8080
            User-Agent: tr116
            Content-Length: 8
            Accept: application/x-ndjson
            X: a
            X: b

            {"ü":1}"""
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h, /, h",
    "http://h:81?a=b, /?a=b, h:81",
    "http://h/a%20b?c=%26, /a%20b?c=%26, h",
    "http://[::1]:11434/api, /api, [::1]:11434"
  })
  void addressIsTakenAsItIsWritten(String address, String target, String host) {
    var text = UTF_8.decode(RequestBytes.post(request(address), new byte[0])).toString();

    assertThat(text).startsWith("POST " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"http://h, h, 80", "HTTP://Gpu-1:81/a, gpu-1, 81", "http://[::1]:1, [::1], 1"})
  void serverIsKnownByHostAndPort(URI address, String host, int port) {
    assertThat(Origin.of(address)).isEqualTo(new Origin(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h", "ftp://h", "/api"})
  void otherAddressesAreRefused(URI address) {
    assertThatIllegalArgumentException().isThrownBy(() -> Origin.of(address));
  }

  private static HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).build();
  }
}
