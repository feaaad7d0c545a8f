package dev.tr116.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The status line and the headers of one answer, see RFC 9112, sections 4 and 5. */
final class AnswerHead {
  /** The most bytes of a status line and headers; the JDK's client takes as many. */
  static final int LIMIT = 384 * 1024;

  private static final int QUOTED = 120;
  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.([01]) ([1-9]\\d{2})(?: .*)?", Pattern.DOTALL);
  private static final Pattern COMMAS = Pattern.compile(",");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private Optional<String> latest = Optional.empty();
  private int received;
  private int status;
  private boolean isOfOldVersion;

  /**
   * Takes bytes up to the end of the head.
   *
   * @return whether it is whole
   * @throws ProtocolException when it is no head of HTTP/1.0 or 1.1, or too long
   */
  boolean take(ByteBuffer bytes) throws ProtocolException {
    while (bytes.hasRemaining()) {
      var next = bytes.get();
      if (++received > LIMIT) {
        throw new ProtocolException("headers of more than " + LIMIT + " bytes");
      }
      if (next != '\n') {
        line.write(next);
      } else if (line()) {
        return true;
      }
    }
    return false;
  }

  /** Whether any byte of it has arrived. */
  boolean isBegun() {
    return received > 0;
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return HttpHeaders.of(fields, (name, value) -> true);
  }

  /** Whether the body comes in chunks. */
  boolean isChunked() {
    return values("Transfer-Encoding").stream().anyMatch(value -> lists(value, "chunked"));
  }

  /**
   * How long the body says it is.
   *
   * @throws ProtocolException when that is no number
   */
  OptionalLong length() throws ProtocolException {
    var lengths = values("Content-Length");
    if (lengths.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      var length = Long.parseLong(lengths.getFirst());
      if (length >= 0) {
        return OptionalLong.of(length);
      }
    } catch (NumberFormatException none) {
      // Told below, like a length below zero.
    }
    throw new ProtocolException("Content-Length: " + quoted(lengths.getFirst()));
  }

  /** Whether the server keeps the connection for another request. */
  boolean keepsConnection() {
    var wishes = values("Connection");
    return isOfOldVersion
        ? wishes.stream().anyMatch(value -> lists(value, "keep-alive"))
        : wishes.stream().noneMatch(value -> lists(value, "close"));
  }

  /** A whole line; whether it is the one that ends the head. */
  private boolean line() throws ProtocolException {
    var text = line.toString(ISO_8859_1);
    line.reset();
    var content = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    if (status == 0) {
      status(content);
      return false;
    }
    if (content.isEmpty()) {
      return true;
    }
    if (content.startsWith(" ") || content.startsWith("\t")) {
      fold(content.strip());
    } else {
      field(content);
    }
    return false;
  }

  private void status(String content) throws ProtocolException {
    var parts = STATUS.matcher(content);
    if (!parts.matches()) {
      throw new ProtocolException("Invalid status line: " + quoted(content));
    }
    isOfOldVersion = parts.group(1).equals("0");
    status = Integer.parseInt(parts.group(2));
  }

  private void field(String content) throws ProtocolException {
    var colon = content.indexOf(':');
    var name = content.substring(0, Math.max(0, colon));
    if (!NAME.matcher(name).matches()) {
      throw new ProtocolException("Invalid header: " + quoted(content));
    }
    var key = name.toLowerCase(Locale.ROOT);
    latest = Optional.of(key);
    fields
        .computeIfAbsent(key, none -> new ArrayList<>())
        .add(content.substring(colon + 1).strip());
  }

  /** A line that goes on with the field before it, as old servers write them. */
  private void fold(String content) throws ProtocolException {
    var values =
        fields.get(
            latest.orElseThrow(() -> new ProtocolException("Invalid header: " + quoted(content))));
    values.addLast((values.removeLast() + " " + content).strip());
  }

  private List<String> values(String name) {
    return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  private static boolean lists(String value, String word) {
    return COMMAS.splitAsStream(value).anyMatch(item -> item.strip().equalsIgnoreCase(word));
  }

  private static String quoted(String text) {
    return '"' + text.substring(0, Math.min(QUOTED, text.length())) + '"';
  }
}
