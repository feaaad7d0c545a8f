package dev.tr116.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what follows the head of a request, up to a limit. */
final class RequestBody {
  /** Far above any prompt that fits a context, far below the heap. */
  static final int LARGEST_BYTES = 8 << 20;

  private static final int HEXADECIMAL = 16;

  private RequestBody() {}

  static byte[] read(RequestHead head, InputStream in) throws IOException {
    if (head.is("transfer-encoding", "chunked")) {
      return readChunks(in);
    }
    var length = head.header("content-length").map(text -> number(text, 10)).orElse(0);
    return readFully(in, length, 0);
  }

  private static byte[] readChunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      var size = RequestHead.readLine(in).split(";", 2)[0].strip();
      var length = number(size, HEXADECIMAL);
      body.writeBytes(readFully(in, length, body.size()));
      var end = RequestHead.readLine(in);
      if (length == 0) {
        while (!end.isEmpty()) {
          end = RequestHead.readLine(in);
        }
        return body.toByteArray();
      }
    }
  }

  private static byte[] readFully(InputStream in, int length, int before) throws IOException {
    if (length > LARGEST_BYTES - before) {
      throw new ApiException(413, "request body is larger than " + LARGEST_BYTES + " bytes");
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended inside a body");
    }
    return bytes;
  }

  private static int number(String text, int radix) {
    try {
      // What does not fit an int is too large in any case.
      return (int) Math.min(Integer.MAX_VALUE, Long.parseUnsignedLong(text, radix));
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("malformed length of the request body");
    }
  }
}
