package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Model;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The wording people read. */
class FailureMessagesTest {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:11434");

  @Test
  void noConnection() {
    assertThat(FailureMessages.refused(Api.OLLAMA, ENDPOINT, "connection refused"))
        .isEqualTo(
            "nothing answers at http://127.0.0.1:11434 (connection refused); start it with `ollama"
                + " serve`, or set tr116.endpoints");
    assertThat(FailureMessages.unknownHost(Api.OLLAMA, URI.create("http://gpu-1:11434")))
        .isEqualTo(
            "the host of http://gpu-1:11434 is unknown; start it with `ollama serve` on this"
                + " machine, or set tr116.endpoints");
    assertThat(FailureMessages.noAnswer(Api.OLLAMA, ENDPOINT, Duration.ofSeconds(1)))
        .isEqualTo(
            "nothing answers at http://127.0.0.1:11434 within 1 s; start it with `ollama serve`, or"
                + " set tr116.endpoints");
    assertThat(FailureMessages.noSocketLeft(ENDPOINT, "Too many open files"))
        .isEqualTo(
            "this process may open no more sockets (Too many open files), so http://127.0.0.1:11434"
                + " was not called; raise the limit (`ulimit -n`), or make fewer calls at once");
    assertThat(FailureMessages.brokeBeforeAnswer(ENDPOINT, "Connection reset"))
        .isEqualTo(
            "http://127.0.0.1:11434 took the request and closed the connection without an answer"
                + " (Connection reset); look into the server's log for a crash, or set"
                + " tr116.endpoints if that port is another service's");
  }

  @Test
  void aSocketThatTheSystemDoesNotGiveIsNoServersFault() {
    var thrown = new IOException(new SocketException("Too many open files"));

    assertThat(Reasons.isNoSocketLeft(thrown)).isTrue();
    assertThat(Reasons.of(thrown)).isEqualTo("Too many open files");
    assertThat(Reasons.isNoSocketLeft(new SocketException("Connection reset"))).isFalse();
    assertThat(Reasons.isNoSocketLeft(new ClosedChannelException())).isFalse();
  }

  @Test
  void anotherServer() {
    assertThat(FailureMessages.noHttp(Api.OLLAMA, ENDPOINT, "Invalid status line: \"SSH-2.0\""))
        .isEqualTo(
            "http://127.0.0.1:11434 does not speak HTTP (Invalid status line: \"SSH-2.0\"), so it"
                + " is no Ollama server; set tr116.endpoints");
    assertThat(FailureMessages.notOllama(ENDPOINT, 404, "<html>"))
        .isEqualTo(
            "http://127.0.0.1:11434 is no Ollama server: it answered with status 404 and '<html>'"
                + " instead of JSON; set tr116.endpoints");
  }

  @Test
  void aStatus() {
    assertThat(FailureMessages.notFound(ENDPOINT, Model.named("gemma3"), "model not found"))
        .isEqualTo(
            "http://127.0.0.1:11434 does not have gemma3:latest (404: model not found); get it with"
                + " `ollama pull gemma3:latest`");
    assertThat(FailureMessages.busy(ENDPOINT, "server busy, please try again."))
        .isEqualTo(
            "http://127.0.0.1:11434 is busy (503: server busy, please try again.); make fewer calls"
                + " at once, or start the server with a larger OLLAMA_MAX_QUEUE");
    assertThat(FailureMessages.status(ENDPOINT, 500, "out of memory"))
        .isEqualTo(
            "http://127.0.0.1:11434 answered with status 500: out of memory; look into the server's"
                + " log");
    assertThat(FailureMessages.status(ENDPOINT, 502, ""))
        .isEqualTo(
            "http://127.0.0.1:11434 answered with status 502 and no reason; look into the server's"
                + " log");
  }

  @Test
  void aBrokenAnswer() {
    assertThat(FailureMessages.errorLine("CUDA error"))
        .isEqualTo(
            "the server broke off with an error: CUDA error; look into the server's log for its"
                + " cause");
    assertThat(FailureMessages.plainEnd())
        .isEqualTo(
            "the answer ended without its terminator (done:true); the model's runner may have died"
                + " or run into the repeat guard: look into the server's log");
    assertThat(FailureMessages.halfLine("{\"resp"))
        .isEqualTo("the answer ended within a line, '{\"resp'; look into the server's log");
    assertThat(FailureMessages.brokeWithinAnswer("Connection reset"))
        .isEqualTo(
            "the connection broke within the answer (Connection reset); look into the server's"
                + " log");
    assertThat(FailureMessages.malformed("oops"))
        .isEqualTo(
            "the server sent 'oops', which is no line of an Ollama answer; check what stands"
                + " between client and server");
    assertThat(FailureMessages.lineTooLong(64 * 1024 * 1024))
        .isEqualTo(
            "the server sent a line of more than 64 MiB; no line of an Ollama answer is that long:"
                + " check what answers there");
  }

  @Test
  void aTimeout() {
    assertThat(FailureMessages.connectTimeout(ENDPOINT, Duration.ofSeconds(5)))
        .isEqualTo(
            "no connection to http://127.0.0.1:11434 within 5 s; check that the server is up, or"
                + " raise tr116.timeout.connect");
    assertThat(FailureMessages.firstTokenTimeout(Duration.ofMillis(1500)))
        .isEqualTo(
            "no token within 1500 ms of the request; the model may still be loading or the call may"
                + " be queued: raise tr116.timeout.first-token");
    assertThat(FailureMessages.idleTimeout(Duration.ofMinutes(1)))
        .isEqualTo(
            "nothing more within 60 s after a line of the answer; if the model is that slow, raise"
                + " tr116.timeout.idle");
    assertThat(FailureMessages.totalTimeout(Duration.ofMinutes(10)))
        .isEqualTo(
            "the call was not over within 600 s; ask for a shorter answer with tr116.num-predict,"
                + " or raise tr116.timeout.total");
  }

  @Test
  void aCancelledCall() {
    assertThat(FailureMessages.interrupted())
        .isEqualTo(
            "the call was cancelled: its thread was interrupted, because another agent failed or"
                + " the run was stopped");
    assertThat(FailureMessages.clientClosed())
        .isEqualTo("the call was cancelled: its client was closed");
  }

  @Test
  void aWrongRequest() {
    assertThat(FailureMessages.noEndpoint(URI.create("localhost:11434")))
        .isEqualTo(
            "'localhost:11434' is no endpoint; write a URL with a host, e.g."
                + " http://127.0.0.1:11434, in tr116.endpoints");
    assertThat(FailureMessages.optionType("num_ctx", 'x'))
        .isEqualTo("option num_ctx is a Character; give a Long, a Double, a Boolean or a String");
  }

  @Test
  void aQuoteIsShortAndPrintable() {
    assertThat(FailureMessages.quote("  Größe\t\u202e\u0000😀  "))
        .isEqualTo("Größe\\u0009\\u202e\\u0000😀");
    assertThat(FailureMessages.quote("😀".repeat(81))).isEqualTo("😀".repeat(80) + "...");
    assertThat(FailureMessages.reason("r".repeat(401))).isEqualTo("r".repeat(400) + "...");
  }
}
