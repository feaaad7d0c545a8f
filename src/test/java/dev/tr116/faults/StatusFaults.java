package dev.tr116.faults;

import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.util.List;
import java.util.stream.Stream;

/** Answers that are none: another status, another place, another form. */
final class StatusFaults {
  private static final String LOG = "look into the server's log";
  private static final String PULL = "get it with `ollama pull gemma3:latest`";
  private static final String BETWEEN = "switch compression off in what stands between";
  private static final String HERE = "write http://gpu-1:8080/llm in tr116.endpoints";
  private static final String TLS = "write https://h in tr116.endpoints";
  private static final String END = "\r\nContent-Length: 0\r\n\r\n";
  private static final String OWN = "write the server's own address in tr116.endpoints";

  private StatusFaults() {}

  static Stream<Fault> faults() {
    return Stream.of(statuses(), bodies(), redirects(), forms()).flatMap(List::stream);
  }

  private static List<Fault> statuses() {
    return List.of(
        status(400, "invalid model name", LOG),
        status(400, "\"gemma3:latest\" does not support thinking", LOG),
        status(401, "unauthorized", "name the environment variable that holds it"),
        status(404, "model 'gemma3:latest' not found", PULL),
        status(404, "model \"gemma3\" not found, try pulling it first", PULL),
        status(429, "too many requests", LOG),
        status(499, "request canceled", LOG),
        status(500, "model requires more system memory (9.1 GiB) than is available", LOG),
        status(500, "model runner has unexpectedly stopped, this may be due to", LOG),
        status(500, "option \"num_ctx\" must be of type integer", LOG),
        status(
            503,
            "server busy, please try again.  maximum pending requests exceeded",
            "start the server with a larger OLLAMA_MAX_QUEUE"),
        Fault.of("status 204", Place.HEAD, () -> RawPeer.answering("HTTP/1.1 204 No\r\n\r\n"))
            .fails(FailureKind.HTTP_STATUS, LOG, "status 204 and no reason"));
  }

  private static Fault status(int status, String reason, String advice) {
    var shown = reason.replaceFirst(",.*| \\(.*|: .*", "").replace("  ", " ");
    return Fault.of("status " + status + ": " + shown, Place.HEAD, Script.status(status, reason))
        .fails(FailureKind.HTTP_STATUS, advice, String.valueOf(status), reason);
  }

  private static List<Fault> bodies() {
    return List.of(
        Fault.of(
                "a proxy's page for status 502",
                Place.HEAD,
                Script.page(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>"))
            .fails(FailureKind.HTTP_STATUS, "set tr116.endpoints", "502", "is no Ollama server"),
        Fault.of(
                "a status whose reason is cut",
                Place.LAST_LINE,
                Script.page(500, "application/json", "{\"error\":\"out of").cut())
            .fails(FailureKind.HTTP_STATUS, "set tr116.endpoints", "500", "out of"),
        Fault.of(
                "a status whose reason never comes",
                Place.FIRST_BYTE,
                Script.page(500, "application/json", "").headers().stall())
            .until(Patience.FIRST_TOKEN)
            .fails(FailureKind.HTTP_STATUS, LOG, "status 500 and no reason"),
        Fault.of(
                "a status with an endless reason",
                Place.MID_STREAM,
                Script.page(500, "text/plain", "no ".repeat(50_000)).stall())
            .fails(FailureKind.HTTP_STATUS, "set tr116.endpoints", "500", "no no no", "..."));
  }

  private static List<Fault> redirects() {
    var there = "http://gpu-1:8080/llm/api/generate";
    return List.of(
        redirect("moved for good", 301, there, there, HERE),
        redirect("moved", 302, "http://name:word@gpu-1:8080/llm/api/generate", there, HERE),
        redirect("see another page", 303, "/login?key=secret", "/login?...", OWN),
        redirect("for now", 307, there + "?key=secret", there + "?...", HERE),
        redirect("to TLS", 308, "https://h/api/generate", "https://h/api/generate", TLS),
        redirect("to an address that is none", 302, "http://[oops\u00ad", "[oops\\u00ad'", OWN),
        Fault.of("redirect to nowhere", Place.HEAD, Script.page(302, "text/plain", ""))
            .fails(FailureKind.HTTP_STATUS, "set tr116.endpoints", "does not say where"));
  }

  private static Fault redirect(
      String name, int status, String location, String shown, String advice) {
    return Fault.of(
            "redirect " + status + ", " + name,
            Place.HEAD,
            () -> RawPeer.answering("HTTP/1.1 " + status + " R\r\nLocation: " + location + END))
        .fails(FailureKind.HTTP_STATUS, advice, " redirects to '", shown, "(" + status + ")");
  }

  private static List<Fault> forms() {
    var zipped = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, (byte) 0xab, 'V', 'J'};
    return List.of(
        Fault.of(
                "gzip that the headers tell",
                Place.HEAD,
                Script.answer().header("Content-Encoding", "gzip").bytes(zipped))
            .fails(FailureKind.MALFORMED, BETWEEN, "compressed its answer (gzip)"),
        Fault.of(
                "another compression that the headers tell",
                Place.HEAD,
                Script.answer().header("Content-Encoding", "br").bytes(zipped).stall())
            .fails(FailureKind.MALFORMED, BETWEEN, "compressed its answer (br)"),
        Fault.of("gzip that nobody tells", Place.FIRST_BYTE, Script.answer().bytes(zipped))
            .fails(FailureKind.MALFORMED, BETWEEN, "compressed its answer (gzip)"),
        Fault.of(
                "status 500 with a reason in gzip",
                Place.HEAD,
                Script.page(500, "application/json", "")
                    .header("Content-Encoding", "gzip")
                    .bytes(zipped))
            .fails(FailureKind.HTTP_STATUS, LOG, "500", "compressed (gzip)"),
        Fault.of(
                "an encoding that is none",
                Place.HEAD,
                Script.answer().header("Content-Encoding", "identity").text("as it is").done())
            .succeeds("nothing is compressed"),
        Fault.of("lines of an answer as text/plain", Place.HEAD, lines("text/plain"))
            .succeeds("the lines count, not what the headers call them"),
        Fault.of("lines of an answer as application/json", Place.HEAD, lines("application/json"))
            .succeeds("the lines count, not what the headers call them"),
        Fault.of(
                "JSON of another service",
                Place.WHOLE_ANSWER,
                Script.page(200, "application/json", "{\"status\":\"ok\"}"))
            .fails(FailureKind.TRUNCATED, LOG, "done:true"),
        Fault.of("an empty body", Place.WHOLE_ANSWER, Script.page(200, "text/plain", "\n\n \r\n"))
            .fails(FailureKind.TRUNCATED, LOG, "done:true"),
        Fault.of(
                "a whole answer over HTTP/1.0",
                Place.WHOLE_ANSWER,
                () ->
                    RawPeer.answering(
                        "HTTP/1.0 200 OK\r\n\r\n{\"response\":\"a\"}\n{\"done\":true}"))
            .succeeds("an old proxy costs nothing but the connection"));
  }

  private static Script lines(String type) {
    return Script.page(200, type, "{\"response\":\"a \"}\n{\"response\":\"b\"}\n").done();
  }
}
