package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.ReceivedRequest;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ollama behind a proxy that wants a key. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OllamaKeyTest {
  @Parameter private TransportChoice transport;

  private static final String SECRET = "very-secret-0123456789";
  private static final OllamaAccess WITH_KEY =
      new OllamaAccess(ApiKey.of("PROXY_KEY", _ -> SECRET), ServerTrust.OF_JAVA);

  @Test
  void everyRequestCarriesIt() throws Exception {
    try (var server = ScriptedServer.start();
        var client = new OllamaClient(WITH_KEY, transport);
        var inspector = new OllamaInspector(WITH_KEY)) {
      client.generate(Requests.to(server.endpoint()));
      inspector.models(server.endpoint(), Duration.ofSeconds(20));

      assertThat(server.requests())
          .hasSize(2)
          .allSatisfy(request -> assertThat(authorization(request)).isEqualTo("Bearer " + SECRET));
    }
  }

  @Test
  void noneIsSentWithoutBeingAskedFor() {
    try (var server = ScriptedServer.start();
        var client = new OllamaClient(OllamaAccess.OPEN, transport)) {
      client.generate(Requests.to(server.endpoint()));

      assertThat(server.requests().getFirst().header("authorization")).isEmpty();
    }
  }

  @Test
  void aProxyThatRepeatsItCannotBringItIntoARecord() {
    try (var server = ScriptedServer.start();
        var client = new OllamaClient(WITH_KEY, transport)) {
      server.always(Script.status(401, "Bearer " + SECRET + " is not known here"));

      var trace = client.generate(Requests.to(server.endpoint()));

      assertThat(trace.failure().orElseThrow().message())
          .contains("does not take the key of PROXY_KEY (status 401: Bearer *** is not known here)")
          .contains("tr116.ollama.key-variable");
      assertThat(trace.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void aServerThatWantsOneSaysWhereToNameIt() {
    try (var server = ScriptedServer.start();
        var client = new OllamaClient(OllamaAccess.OPEN, transport)) {
      server.always(Script.page(403, "text/html", "<html>Forbidden</html>"));

      var trace = client.generate(Requests.to(server.endpoint()));

      assertThat(trace.failure().orElseThrow().message())
          .contains("wants a key (status 403: <html>Forbidden</html>)")
          .contains("tr116.ollama.key-variable");
    }
  }

  @Test
  void credentialsInAnAddressAreRefusedAndNotRepeated() {
    assertThatThrownBy(() -> Requests.to(URI.create("http://me:secret@127.0.0.1:1")))
        .hasMessageContaining("tr116.ollama.key-variable")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> Requests.to(URI.create("http://me:secret@a_b")))
        .hasMessageContaining("http://***@a_b")
        .hasMessageNotContaining("secret");
  }

  private static String authorization(ReceivedRequest request) {
    return request.header("authorization").orElse("");
  }
}
