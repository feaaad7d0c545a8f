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

/** Reads HTTP/1.1 requests with a {@code Content-Length} or without a body. */
final class RequestReader {
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
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
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
      var name = header.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      headers.put(name, header.substring(colon + 1).strip());
    }
  }

  private Optional<String> line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
  }
}
