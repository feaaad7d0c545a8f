package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Timeouts;
import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that this side ends: by a timeout, an interrupt or the end of the client. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OllamaClientCancelTest {
  @Parameter private TransportChoice transport;

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONGER_THAN_A_GAP = Duration.ofMillis(500);

  private ScriptedServer server;
  private OllamaClient client;

  @BeforeEach
  void open() {
    server = ScriptedServer.start();
    client = new OllamaClient(OllamaAccess.OPEN, transport);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private CallTrace play(Script script, Timeouts timeouts) {
    server.always(script);
    return client.generate(Requests.to(server.endpoint(), timeouts));
  }

  private void clientClosedTheConnection() throws InterruptedException {
    assertThat(server.connections()).isNotEmpty();
    for (var connection : server.connections()) {
      assertThat(connection.awaitClosedByClient(Margins.AMPLE)).isTrue();
    }
  }

  private static void failedWith(CallTrace trace, FailureKind kind, String advice) {
    var failure = trace.failure().orElseThrow();
    assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
    assertThat(failure.message()).contains(advice);
  }

  @Test
  void aConnectionMustStandInTime() throws IOException {
    try (var full = FullBacklog.open()) {
      var trace =
          client.generate(Requests.to(full.endpoint(), Requests.connect(Duration.ofMillis(200))));

      failedWith(trace, FailureKind.TIMEOUT_CONNECT, "tr116.timeout.connect");
      assertThat(trace.stamps().sent()).isEmpty();
    }
  }

  @Test
  void theFirstTokenMustComeInTime() throws InterruptedException {
    var trace = play(Script.answer().headers().stall(), Requests.firstToken(SHORT));

    failedWith(trace, FailureKind.TIMEOUT_FIRST_TOKEN, "tr116.timeout.first-token");
    assertThat(trace.stamps().headers()).isPresent();
    clientClosedTheConnection();
  }

  @Test
  void anAnswerMustGoOnInTime() throws InterruptedException {
    var trace = play(Script.answer().text("a").text("b").stall(), Requests.idle(SHORT));

    failedWith(trace, FailureKind.TIMEOUT_IDLE, "tr116.timeout.idle");
    assertThat(trace.answer()).isEqualTo("ab");
    assertThat(trace.chunks().size()).isEqualTo(2);
    assertThat(trace.stamps().closed() - trace.chunks().get(1)).isGreaterThan(SHORT.toNanos());
    clientClosedTheConnection();
  }

  @Test
  void theIdleTimeIsCountedAnewWithEachLine() {
    var trace =
        play(
            Script.answer(Duration.ZERO, 26, Duration.ofMillis(25)),
            Requests.idle(LONGER_THAN_A_GAP));

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.stamps().closed() - trace.stamps().firstToken().orElseThrow())
        .isGreaterThan(LONGER_THAN_A_GAP.toNanos());
  }

  @Test
  void theWholeCallMustBeOverInTime() throws InterruptedException {
    var trace =
        play(Script.answer(Duration.ZERO, 1000, Duration.ofMillis(10)), Requests.total(SHORT));

    failedWith(trace, FailureKind.TIMEOUT_TOTAL, "tr116.timeout.total");
    assertThat(trace.chunks().size()).isPositive();
    clientClosedTheConnection();
  }

  @Test
  void aStatusStandsEvenWhenItsBodyIsTooSlow() {
    var trace =
        play(Script.page(500, "text/plain", "{\"error\":").stall(), Requests.firstToken(SHORT));

    failedWith(trace, FailureKind.HTTP_STATUS, "500");
  }

  @Test
  void anInterruptEndsTheCallAndReallyClosesTheConnection() throws Exception {
    server.always(Script.answer().thinking("Hm").text("a").stall());
    var flag = new AtomicBoolean();
    var outcome = new CompletableFuture<CallTrace>();
    var caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  outcome.complete(client.generate(Requests.to(server.endpoint())));
                  flag.set(Thread.currentThread().isInterrupted());
                });
    awaitPrompt();
    Thread.sleep(SHORT);

    caller.interrupt();

    var trace = outcome.get(10, TimeUnit.SECONDS);
    failedWith(trace, FailureKind.CANCELLED, "interrupted");
    assertThat(trace.answer()).isEqualTo("a");
    assertThat(trace.thinking()).isEqualTo("Hm");
    assertThat(trace.stamps().firstContent()).isPresent();
    caller.join();
    assertThat(flag).isTrue();
    clientClosedTheConnection();
  }

  @Test
  void anInterruptBeforeTheHeadersClosesTheConnection() throws Exception {
    server.always(Script.answer().stall());
    var outcome = new CompletableFuture<CallTrace>();
    var caller =
        Thread.ofVirtual()
            .start(() -> outcome.complete(client.generate(Requests.to(server.endpoint()))));
    awaitPrompt();

    caller.interrupt();

    failedWith(outcome.get(10, TimeUnit.SECONDS), FailureKind.CANCELLED, "interrupted");
    clientClosedTheConnection();
  }

  @Test
  void anInterruptedThreadSendsNothing() throws Exception {
    var outcome = new CompletableFuture<CallTrace>();
    Thread.ofVirtual()
        .start(
            () -> {
              Thread.currentThread().interrupt();
              outcome.complete(client.generate(Requests.to(server.endpoint())));
            });

    var trace = outcome.get(10, TimeUnit.SECONDS);

    failedWith(trace, FailureKind.CANCELLED, "interrupted");
    assertThat(trace.stamps().sent()).isEmpty();
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void oneCallsEndLeavesTheOthersAlone() throws Exception {
    server.inOrder(
        Script.answer().text("a").stall(), Script.answer(Duration.ZERO, 20, Duration.ofMillis(10)));
    var cancelled = new CompletableFuture<CallTrace>();
    var caller =
        Thread.ofVirtual()
            .start(() -> cancelled.complete(client.generate(Requests.to(server.endpoint()))));
    awaitPrompt();
    var other =
        CompletableFuture.supplyAsync(() -> client.generate(Requests.to(server.endpoint())));

    caller.interrupt();

    failedWith(cancelled.get(10, TimeUnit.SECONDS), FailureKind.CANCELLED, "interrupted");
    assertThat(other.get(10, TimeUnit.SECONDS).failure()).isEmpty();
  }

  @Test
  void closingTheClientEndsItsCalls() throws Exception {
    server.always(Script.answer().text("a").stall());
    var outcome =
        CompletableFuture.supplyAsync(() -> client.generate(Requests.to(server.endpoint())));
    awaitPrompt();

    client.close();

    failedWith(outcome.get(10, TimeUnit.SECONDS), FailureKind.CANCELLED, "client was closed");
    clientClosedTheConnection();
    failedWith(
        client.generate(Requests.to(server.endpoint())),
        FailureKind.CANCELLED,
        "client was closed");
  }

  @Test
  void noThreadOutlivesTheClient() throws InterruptedException {
    var before = Thread.getAllStackTraces().keySet();
    for (var i = 0; i < 3; i++) {
      try (var another = new OllamaClient(OllamaAccess.OPEN, transport)) {
        server.inOrder(Script.answer().text("a").done(), Script.answer().text("b").stall());
        another.generate(Requests.to(server.endpoint()));
        another.generate(Requests.to(server.endpoint(), Requests.idle(Duration.ofMillis(30))));
      }
    }

    var deadline = System.nanoTime() + Margins.AMPLE.toNanos();
    List<Thread> left = selectors(before);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(10);
      left = selectors(before);
    }
    assertThat(left).isEmpty();
    clientClosedTheConnection();
  }

  private static List<Thread> selectors(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> thread.getName().matches("(HttpClient|tr116-selector).*"))
        .toList();
  }

  private void awaitPrompt() throws InterruptedException {
    var deadline = System.nanoTime() + Margins.AMPLE.toNanos();
    while (server.prompts().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(2);
    }
    assertThat(server.prompts()).isNotEmpty();
  }
}
