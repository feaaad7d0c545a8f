package dev.tr116.server.script;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.1 requests with a {@code Content-Length} or without a body, up to a size. */
final class RequestReader {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;

  /** Above what a prompt of a million tokens takes. */
  private static final int LARGEST_BODY = 32 << 20;

  private final InputStream in;

  RequestReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * Waits for the next request.
   *
   * @return empty when the client closed the connection between two requests
   * @throws IOException when the connection broke within one, or it cannot be read
   */
  Optional<ReceivedRequest> next() throws IOException {
    var first = line();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var words = first.get().split(" ", -1);
    if (words.length != 3) {
      throw new ProtocolException("no request line: " + first.get());
    }
    var headers = headers();
    var length = length(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(new ReceivedRequest(words[0], words[1], headers, body, System.nanoTime()));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    while (true) {
      var header = line().orElseThrow(EOFException::new);
      if (header.isEmpty()) {
        return headers;
      }
      var colon = header.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new ProtocolException("no header, or too many of them");
      }
      var name = header.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, header.substring(colon + 1).strip());
    }
  }

  private static int length(String text) throws ProtocolException {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > LARGEST_BODY) {
      throw new ProtocolException("no length of a body, or more than " + LARGEST_BODY);
    }
    return Integer.parseInt(text);
  }

  private Optional<String> line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      if (line.size() == LONGEST_LINE) {
        throw new ProtocolException("a line of more than " + LONGEST_LINE + " bytes");
      }
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
  }
}
