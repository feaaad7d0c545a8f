package dev.tr116.server.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one chunked response; the headers go out with the first bytes unless sent before. */
final class BodyWriter {
  private final OutputStream out;
  private final Script script;
  private final WireForm form;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private int waitingLines;
  private boolean begun;

  BodyWriter(OutputStream out, Script script, WireForm form) {
    this.out = out;
    this.script = script;
    this.form = form;
  }

  /** Sends the headers, unless that has happened. */
  void headers() throws IOException {
    write(head());
  }

  /** Adds a line; it is written once as many as the script asks for have come together. */
  void line(String line) throws IOException {
    waiting.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    waitingLines++;
    if (waitingLines >= script.linesPerWrite()) {
      flush();
    }
  }

  /** Writes bytes at once, after the lines that wait. */
  void bytes(byte[] bytes) throws IOException {
    waiting.writeBytes(bytes);
    flush();
  }

  /** Writes the lines that wait. */
  void flush() throws IOException {
    waitingLines = 0;
    if (waiting.size() > 0) {
      var frame = new ByteArrayOutputStream();
      frame.writeBytes(head());
      frame.writeBytes(ascii(Integer.toHexString(waiting.size()) + "\r\n"));
      waiting.writeTo(frame);
      frame.writeBytes(ascii("\r\n"));
      waiting.reset();
      write(frame.toByteArray());
    }
  }

  /** Writes the proper end of the body. */
  void end() throws IOException {
    flush();
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(head());
    frame.writeBytes(ascii("0\r\n\r\n"));
    write(frame.toByteArray());
  }

  private byte[] head() {
    if (begun) {
      return new byte[0];
    }
    begun = true;
    return ascii(
        "HTTP/1.1 "
            + script.status()
            + " Scripted\r\nContent-Type: "
            + script.contentType(form)
            + "\r\n"
            + script.moreHeaders()
            + "Transfer-Encoding: chunked\r\n\r\n");
  }

  private void write(byte[] bytes) throws IOException {
    var start = 0;
    while (start < bytes.length) {
      var count = Math.min(script.pieceBytes(), bytes.length - start);
      out.write(bytes, start, count);
      out.flush();
      start += count;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
