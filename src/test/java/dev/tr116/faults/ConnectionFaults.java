package dev.tr116.faults;

import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** No server, another one, or one that goes before it answers. */
final class ConnectionFaults {
  private static final String LOG = "look into the server's log for a crash";
  private static final String ENDPOINTS = "set tr116.endpoints";

  private ConnectionFaults() {}

  static Stream<Fault> faults() {
    return Stream.concat(gone().stream(), Stream.concat(others().stream(), heads().stream()));
  }

  private static List<Fault> gone() {
    return List.of(
        Fault.of("refused", Place.CONNECTION, Peer::nobody)
            .fails(FailureKind.CONNECT, "start it with `ollama serve`", "connection refused"),
        Fault.of(
                "no such host",
                Place.CONNECTION,
                () -> Peer.at("http://no-such-host.invalid:11434"))
            .fails(FailureKind.CONNECT, ENDPOINTS, "the host of", "is unknown"),
        Fault.of("never accepted", Place.CONNECTION, FullPort::open)
            .until(Patience.CONNECT)
            .fails(
                FailureKind.TIMEOUT_CONNECT,
                "raise tr116.timeout.connect",
                "no connection to",
                "within 400 ms"),
        Fault.of("closed at once", Place.CONNECTION, () -> RawPeer.connected(Socket::close))
            .fails(FailureKind.CONNECT, ENDPOINTS),
        Fault.of(
                "reset at once", Place.CONNECTION, () -> RawPeer.connected(ConnectionFaults::reset))
            .fails(FailureKind.CONNECT, ENDPOINTS),
        Fault.of("closed after the request", Place.HEAD, Script.answer().cut())
            .fails(FailureKind.CONNECT, LOG, "without an answer"),
        Fault.of("reset after the request", Place.HEAD, Script.answer().reset())
            .fails(FailureKind.CONNECT, LOG, "without an answer"),
        Fault.of("accepted, then silent", Place.HEAD, Script.answer().stall())
            .until(Patience.FIRST_TOKEN)
            .fails(
                FailureKind.TIMEOUT_FIRST_TOKEN,
                "raise tr116.timeout.first-token",
                "no token within 400 ms"));
  }

  private static List<Fault> others() {
    return List.of(
        Fault.of(
                "the port of SSH",
                Place.CONNECTION,
                () ->
                    RawPeer.connected(
                        client ->
                            RawPeer.write(client.getOutputStream(), "SSH-2.0-OpenSSH_9.6\r\n")))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "does not speak HTTP"),
        Fault.of(
                "the port of TLS",
                Place.CONNECTION,
                () ->
                    RawPeer.asked(
                        client -> {
                          RawPeer.write(
                              client.getOutputStream(), "\u0015\u0003\u0003\u0000\u0002\u0002F");
                          client.shutdownOutput();
                        }))
            .fails(FailureKind.CONNECT, ENDPOINTS, "without an answer"),
        Fault.of(
                "the port of TLS, which says so",
                Place.HEAD,
                Script.page(400, "text/plain", "Client sent an HTTP request to an HTTPS server."))
            .fails(FailureKind.HTTP_STATUS, ENDPOINTS, "is no Ollama server", "HTTPS server"),
        Fault.of(
                "an echo",
                Place.CONNECTION,
                () ->
                    RawPeer.connected(
                        client -> client.getInputStream().transferTo(client.getOutputStream())))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "does not speak HTTP"),
        Fault.of(
                "a web server's page",
                Place.WHOLE_ANSWER,
                Script.page(200, "text/html", "<!doctype html><html>Hello</html>"))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "is no Ollama server", "<!doctype html>"),
        Fault.of(
                "a web server without that page",
                Place.HEAD,
                Script.page(404, "text/html", "<html>Not Found</html>"))
            .fails(FailureKind.HTTP_STATUS, ENDPOINTS, "is no Ollama server", "404"));
  }

  private static List<Fault> heads() {
    var endless = "X-Padding: " + "x".repeat(1000) + "\r\n";
    return List.of(
        Fault.of("no status line", Place.HEAD, () -> RawPeer.answering("\r\n\r\n{\"done\":true}\n"))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "does not speak HTTP"),
        Fault.of(
                "two lengths",
                Place.HEAD,
                () ->
                    RawPeer.answering(
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\n{}"))
            .fails(FailureKind.TRUNCATED, "look into the server's log", "within a line"),
        Fault.of(
                "half of the headers",
                Place.HEAD,
                () -> RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Ty"))
            .fails(FailureKind.CONNECT, LOG, "without an answer"),
        Fault.of(
                "endless headers",
                Place.HEAD,
                () ->
                    RawPeer.asked(
                        client -> {
                          RawPeer.write(client.getOutputStream(), "HTTP/1.1 200 OK\r\n");
                          while (!client.isOutputShutdown()) {
                            RawPeer.write(client.getOutputStream(), endless);
                          }
                        }))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "does not speak HTTP"),
        Fault.of(
                "interim answers without end",
                Place.HEAD,
                () ->
                    RawPeer.asked(
                        client -> {
                          while (!client.isOutputShutdown()) {
                            RawPeer.write(
                                client.getOutputStream(), "HTTP/1.1 102 Processing\r\n\r\n");
                          }
                        }))
            .fails(FailureKind.MALFORMED, ENDPOINTS, "does not speak HTTP"),
        Fault.of("headers too slow", Place.HEAD, () -> RawPeer.asked(ConnectionFaults::drip))
            .until(Patience.FIRST_TOKEN)
            .fails(
                FailureKind.TIMEOUT_FIRST_TOKEN,
                "raise tr116.timeout.first-token",
                "no token within 400 ms"),
        Fault.of(
                "a body shorter than its length",
                Place.LAST_LINE,
                () ->
                    RawPeer.answering(
                        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"response\":\"a\"}\n"))
            .fails(FailureKind.TRUNCATED, "look into the server's log", "broke within the answer"));
  }

  private static void reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    client.close();
  }

  private static void drip(Socket client) throws IOException {
    RawPeer.write(client.getOutputStream(), "HTTP/1.1 200 OK\r\nX-Padding: ");
    while (!client.isOutputShutdown()) {
      RawPeer.write(client.getOutputStream(), "x");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
