package dev.tr116.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;

/** A request as it goes over the wire, see RFC 9112, sections 3 and 6. */
final class RequestBytes {
  private RequestBytes() {}

  /** A {@code POST} with its headers and its body. */
  static ByteBuffer post(HttpRequest head, byte[] body) {
    var text = new StringBuilder(512);
    text.append("POST ").append(target(head.uri())).append(" HTTP/1.1\r\n");
    header(text, "Host", host(head.uri()));
    header(text, "User-Agent", "tr116");
    header(text, "Content-Length", String.valueOf(body.length));
    head.headers().map().forEach((name, values) -> values.forEach(v -> header(text, name, v)));
    text.append("\r\n");
    var start = text.toString().getBytes(US_ASCII);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip();
  }

  private static String target(URI address) {
    var path = address.getRawPath();
    var query = address.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static String host(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  private static void header(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }
}
