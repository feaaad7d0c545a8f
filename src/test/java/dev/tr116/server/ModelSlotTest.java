package dev.tr116.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ModelSlotTest {
  private static final String HELLO = "\"model\":\"parrot\",\"prompt\":\"Hello\"";

  @Test
  void loadsWithoutAPrompt() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"model\":\"parrot\"");

      assertThat(answer.json().path("done_reason").asText()).isEqualTo("load");
      assertThat(source.log).containsExactly("load parrot:latest 4096");
      var running = running(client).path(0);
      assertThat(running.path("name").asText()).isEqualTo("parrot:latest");
      assertThat(running.path("size_vram").asInt(-1)).isZero();
      assertThat(running.path("context_length").asInt()).isEqualTo(4096);
      assertThat(Instant.parse(running.path("expires_at").asText())).isAfter(Instant.now());
    }
  }

  @Test
  void unloadsWithoutAPromptAndWithoutTimeToStay() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate("\"model\":\"parrot\"");
      var answer = client.generate("\"model\":\"parrot\",\"keep_alive\":0");

      assertThat(answer.json().path("done_reason").asText()).isEqualTo("unload");
      assertThat(running(client)).isEmpty();
      assertThat(source.log).endsWith("unload parrot:latest");
    }
  }

  @Test
  void unloadsRightAfterAnAnswerThatSaysSo() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO + ",\"keep_alive\":0");

      assertThat(running(client)).isEmpty();
      Await.until("unloaded", () -> source.log.contains("unload parrot:latest"));
    }
  }

  @Test
  void unloadsWhenTheTimeIsOver() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO + ",\"keep_alive\":\"30ms\"");

      Await.until("unloaded", () -> source.log.contains("unload parrot:latest"));
      assertThat(running(client)).isEmpty();
    }
  }

  @Test
  void keepsForeverWhatIsToStay() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO + ",\"keep_alive\":-1");

      var expiry = Instant.parse(running(client).path(0).path("expires_at").asText());
      assertThat(expiry).isAfter(Instant.parse("2200-01-01T00:00:00Z"));
    }
  }

  @Test
  void loadsAgainOnlyForOtherLoadOptions() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO + ",\"options\":{\"num_ctx\":512}");
      client.generate(HELLO + ",\"options\":{\"num_ctx\":512,\"seed\":3}");
      client.generate(HELLO + ",\"options\":{\"num_ctx\":512,\"num_gpu\":80}");
      client.generate("\"model\":\"crow:7b\",\"prompt\":\"Hello\"");

      assertThat(source.log)
          .filteredOn(entry -> entry.contains("load"))
          .containsExactly(
              "load parrot:latest 512",
              "unload parrot:latest",
              "load parrot:latest 512",
              "unload parrot:latest",
              "load crow:7b 4096");
    }
  }

  @Test
  void loadsNoLongerContextThanTheModelHas() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO + ",\"options\":{\"num_ctx\":1000000}");

      assertThat(running(client).path(0).path("context_length").asInt()).isEqualTo(8192);
    }
  }

  @Test
  void loadsADeadModelAgain() throws IOException {
    var source = ScriptedSource.saying("Hi");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      client.generate(HELLO);
      source.die();

      assertThat(running(client)).isEmpty();
      assertThat(client.generate(HELLO).text()).isEqualTo("Hi");
    }
  }

  @Test
  void answersOneRequestAtATime() throws IOException {
    var gate = new CountDownLatch(1);
    var source = ScriptedSource.waitingAt(gate);
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var first = CompletableFuture.supplyAsync(() -> client.generate(HELLO));
      Await.until("first begun", () -> source.requests.size() == 1);
      var second = CompletableFuture.supplyAsync(() -> client.generate(HELLO));
      Await.until("second sent", () -> running(client).size() == 1);

      assertThat(source.requests).hasSize(1);
      gate.countDown();
      assertThat(first.join().text()).isEqualTo("Now");
      assertThat(second.join().text()).isEqualTo("Now");
      assertThat(source.log)
          .containsExactly("load parrot:latest 4096", "generate", "close", "generate", "close");
    }
  }

  @Test
  void doesNotCountTheTimeInTheQueueAsLoading() throws InterruptedException {
    var source = ScriptedSource.saying("Hi");
    var model = source.models().getFirst();
    try (var slot = new ModelSlot(source)) {
      var holder = slot.lease(model, LoadOptions.DEFAULTS, KeepAlive.DEFAULT, new ClientPresence());
      var load = new AtomicReference<Duration>();
      var begun = System.nanoTime();
      var waiter =
          Thread.startVirtualThread(
              () -> {
                try (var lease =
                    slot.lease(
                        model, LoadOptions.DEFAULTS, KeepAlive.DEFAULT, new ClientPresence())) {
                  load.set(lease.loadDuration());
                }
              });
      Await.until("waiting in the queue", () -> waiter.getState() == Thread.State.WAITING);
      LockSupport.parkNanos(100_000_000);
      var waited = Duration.ofNanos(System.nanoTime() - begun);

      holder.close();
      waiter.join();

      assertThat(load.get()).isPositive().isLessThan(waited);
    }
  }

  @Test
  void cancelsTheAnswerOfAClientThatLeaves() throws IOException {
    var source = ScriptedSource.endless();
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      try (var stream = client.open("/api/generate", "{" + HELLO + "}")) {
        assertThat(stream.read()).isEqualTo('{');
      }

      Await.until("cancelled", () -> source.log.contains("close"));
      client.generate("\"model\":\"parrot\",\"keep_alive\":0");
      assertThat(source.log).endsWith("unload parrot:latest");
    }
  }

  @Test
  void cancelsTheAnswerOfAClientThatLeavesBeforeItsFirstPiece() throws IOException {
    var source = ScriptedSource.endless();
    try (var server = OllamaServer.start(0, source)) {
      try (var client = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.uri().getPort())) {
        send(client, "{" + HELLO + ",\"stream\":false}");
        Await.until("begun", () -> source.requests.size() == 1);
      }

      Await.until("cancelled", () -> source.log.contains("close"));
      assertThat(source.log).endsWith("generate", "cancel", "close");
    }
  }

  @Test
  void forgetsAClientThatLeavesTheQueue() throws IOException {
    var gate = new CountDownLatch(1);
    var source = ScriptedSource.waitingAt(gate);
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var first = CompletableFuture.supplyAsync(() -> client.generate(HELLO));
      Await.until("first begun", () -> source.requests.size() == 1);
      try (var leaving = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.uri().getPort())) {
        send(leaving, "{\"model\":\"crow:7b\",\"prompt\":\"Hello\"}");
        leaving.shutdownOutput();
        assertThat(leaving.getInputStream().read()).as("the server has let go").isEqualTo(-1);
      }
      var third = CompletableFuture.supplyAsync(() -> client.generate(HELLO));
      gate.countDown();

      assertThat(first.join().text()).isEqualTo("Now");
      assertThat(third.join().text()).isEqualTo("Now");
      assertThat(source.log)
          .containsExactly("load parrot:latest 4096", "generate", "close", "generate", "close");
    }
  }

  private static void send(Socket client, String body) throws IOException {
    var request =
        "POST /api/generate HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body);
    client.getOutputStream().write(request.getBytes(US_ASCII));
  }

  private static JsonNode running(ApiClient client) {
    return client.get("/api/ps").json().path("models");
  }
}
