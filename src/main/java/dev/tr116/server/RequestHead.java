package dev.tr116.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The request line and the headers of an HTTP/1 request (RFC 9112).
 *
 * @param method e.g. {@code POST}
 * @param path without the query
 * @param version e.g. {@code HTTP/1.1}
 * @param headers by name in lower case
 */
record RequestHead(String method, String path, String version, Map<String, String> headers) {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;

  /** Reads a head; empty when the client has closed the connection instead. */
  static Optional<RequestHead> read(InputStream in) throws IOException {
    if (isAtEnd(in)) {
      return Optional.empty();
    }
    var request = readLine(in).split(" ", -1);
    if (request.length != 3 || !request[2].startsWith("HTTP/1.")) {
      throw ApiException.badRequest("malformed HTTP request");
    }
    var headers = new HashMap<String, String>();
    for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      var colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw ApiException.badRequest("malformed HTTP header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return Optional.of(new RequestHead(request[0], path(request[1]), request[2], headers));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean is(String name, String value) {
    return header(name).filter(value::equalsIgnoreCase).isPresent();
  }

  /** Whether the client can read an answer in chunks, and sends more requests after it. */
  boolean isPersistent() {
    return !version.equals("HTTP/1.0") && !is("connection", "close");
  }

  /** Waits for the next byte without taking it. */
  static boolean isAtEnd(InputStream in) throws IOException {
    in.mark(1);
    var isAtEnd = in.read() < 0;
    in.reset();
    return isAtEnd;
  }

  static String readLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended inside a line");
      }
      if (line.size() == LONGEST_LINE) {
        throw ApiException.badRequest("HTTP line is too long");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static String path(String target) {
    try {
      return Optional.ofNullable(URI.create(target).getPath()).orElse("");
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("malformed request target");
    }
  }
}
