package dev.tr116.server.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server does with one request, step by step. Scripts are values: each method gives a new
 * one. The schedule counts from the moment the request was read, so a late step does not delay the
 * ones after it. A script that comes to its end closes the body properly and keeps the connection.
 */
public final class Script {
  private static final String STREAM = WireForm.GENERATE.contentType();

  private final int status;
  private final String contentType;
  private final String moreHeaders;
  private final List<Step> steps;
  private final int linesPerWrite;
  private final int pieceBytes;

  private Script(
      int status,
      String contentType,
      String moreHeaders,
      List<Step> steps,
      int linesPerWrite,
      int pieceBytes) {
    this.status = status;
    this.contentType = contentType;
    this.moreHeaders = moreHeaders;
    this.steps = List.copyOf(steps);
    this.linesPerWrite = linesPerWrite;
    this.pieceBytes = pieceBytes;
  }

  /** An answer with status 200 and no line yet. */
  public static Script answer() {
    return new Script(200, STREAM, "", List.of(), 1, Integer.MAX_VALUE);
  }

  /** A whole answer of {@code count} lines of text on schedule, and its terminator. */
  public static Script answer(Duration firstToken, int count, Duration gap) {
    return answer().after(firstToken).text("word ").texts(count - 1, gap, "word ").done();
  }

  /** Another status, with {@code {"error": reason}} as its body. */
  public static Script status(int status, String reason) {
    return page(status, "application/json; charset=utf-8", Json.error(reason));
  }

  /** Any status with any body. */
  public static Script page(int status, String contentType, String body) {
    return new Script(status, contentType, "", List.of(), 1, Integer.MAX_VALUE)
        .bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Moves the schedule on by that much. */
  public Script after(Duration duration) {
    return then(new Step.Wait(duration));
  }

  /** Sends the headers now instead of together with the first bytes of the body. */
  public Script headers() {
    return then(new Step.Headers());
  }

  /** Sends a line of answer text. */
  public Script text(String text) {
    return then(new Step.Text(text, "", 1, Duration.ZERO));
  }

  /** Sends {@code count} lines of answer text, each {@code gap} after the line before. */
  public Script texts(int count, Duration gap, String text) {
    return then(new Step.Text(text, "", count, gap));
  }

  /** Sends a line of thinking text, and no answer text. */
  public Script thinking(String text) {
    return then(new Step.Text("", text, 1, Duration.ZERO));
  }

  /** Sends the lines of an answer as they come from a device; faults may follow. */
  public Script generate(SharedGpu.Slot slot, Answer answer) {
    return then(new Step.Generate(slot, answer));
  }

  /** Sends a line as it is. */
  public Script line(String json) {
    return then(new Step.Line(json));
  }

  /** Sends bytes as they are; nothing is added, no line end either. */
  public Script bytes(byte... bytes) {
    return then(new Step.Raw(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer()));
  }

  /** Sends a line that reports an error. */
  public Script error(String reason) {
    return line(Json.error(reason));
  }

  /**
   * Sends the terminator with what was played: of an answer from a device when it was due, else
   * what really happened.
   */
  public Script done() {
    return then(new Step.Done(Optional.empty()));
  }

  /** Sends this terminator. */
  public Script done(Terminator terminator) {
    return then(new Step.Done(Optional.of(terminator)));
  }

  /** Sends nothing more until the client closes. */
  public Script stall() {
    return then(new Step.Stall());
  }

  /** Closes the connection without the end of the body; as the first step, without any answer. */
  public Script cut() {
    return then(new Step.Cut());
  }

  /** Resets the connection; as the first step, without any answer. */
  public Script reset() {
    return then(new Step.Reset());
  }

  /** Sends one header more. */
  public Script header(String name, String value) {
    var headers = moreHeaders + name + ": " + value + "\r\n";
    return new Script(status, contentType, headers, steps, linesPerWrite, pieceBytes);
  }

  /** Sends so many lines in one write. */
  public Script linesPerWrite(int lines) {
    return new Script(status, contentType, moreHeaders, steps, lines, pieceBytes);
  }

  /** Cuts every write into pieces of so many bytes, each written on its own. */
  public Script inPiecesOf(int bytes) {
    return new Script(status, contentType, moreHeaders, steps, linesPerWrite, bytes);
  }

  private Script then(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new Script(status, contentType, moreHeaders, longer, linesPerWrite, pieceBytes);
  }

  int status() {
    return status;
  }

  /** The content type of its body; a stream is of the kind that the request asks for. */
  String contentType(WireForm form) {
    return contentType.equals(STREAM) ? form.contentType() : contentType;
  }

  String moreHeaders() {
    return moreHeaders;
  }

  List<Step> steps() {
    return steps;
  }

  int linesPerWrite() {
    return linesPerWrite;
  }

  int pieceBytes() {
    return pieceBytes;
  }
}
