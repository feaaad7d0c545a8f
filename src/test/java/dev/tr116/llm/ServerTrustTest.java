package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Endpoints with TLS. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class ServerTrustTest {
  @Parameter private TransportChoice transport;

  private static final String ANSWER =
      "{\"response\":\"Hi\",\"done\":false}\n{\"response\":\"\",\"done\":true}\n";

  @TempDir private static Path folder;

  private static Certificate ours;
  private static Certificate foreign;

  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    ours = Certificate.of("ip:127.0.0.1", folder);
    foreign = Certificate.of("dns:elsewhere.example", folder);
  }

  @Test
  void aPrivateAuthorityIsTrustedOnceItIsNamed() throws Exception {
    var trace = ask(ours, ServerTrust.with(ours.pem()));

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.answer()).isEqualTo("Hi");
  }

  @Test
  void nobodyElseIsTrusted() throws Exception {
    var byJava = ask(ours, ServerTrust.OF_JAVA);
    var byAnother = ask(ours, ServerTrust.with(foreign.pem()));

    refused(byJava, "tr116.tls-ca");
    refused(byAnother, "tr116.tls-ca");
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    refused(
        ask(foreign, ServerTrust.with(foreign.pem())), "shows a certificate that is not trusted");
  }

  @Test
  void aServerWithoutTlsIsToldApart() {
    try (var server = ScriptedServer.start();
        var client = new OllamaClient(OllamaAccess.OPEN, transport)) {
      var endpoint = URI.create(server.endpoint().toString().replace("http:", "https:"));

      refused(client.generate(Requests.to(endpoint)), "write http:// instead of https://");
    }
  }

  @Test
  void questionsAreAskedUnderTheSameTrust() throws Exception {
    var server = serve(ours);
    try (var trusting =
            new OllamaInspector(new OllamaAccess(ApiKey.NONE, ServerTrust.with(ours.pem())));
        var strict = new OllamaInspector()) {
      var asked = trusting.ask(endpoint(server), Duration.ofSeconds(20));
      var refused = strict.ask(endpoint(server), Duration.ofSeconds(20));

      assertThat(asked.toString()).doesNotContain("certificate");
      assertThat(refused.toString()).contains("shows a certificate that is not trusted");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aFileWithoutCertificatesSaysWhatToName() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.pem"), "");
    var garbage = Files.writeString(folder.resolve("garbage.pem"), "no certificate");

    assertThatThrownBy(() -> ServerTrust.with(empty)).hasMessageContaining("as PEM");
    assertThatThrownBy(() -> ServerTrust.with(garbage)).hasMessageContaining("as PEM");
    assertThatThrownBy(() -> ServerTrust.with(folder.resolve("missing.pem")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NoSuchFile");
  }

  private static void refused(CallTrace trace, String advice) {
    var failure = trace.failure().orElseThrow();
    assertThat(failure.kind()).as(failure.message()).isEqualTo(FailureKind.CONNECT);
    assertThat(failure.message()).contains(advice);
  }

  private CallTrace ask(Certificate certificate, ServerTrust trust) throws Exception {
    var server = serve(certificate);
    try (var client = new OllamaClient(new OllamaAccess(ApiKey.NONE, trust), transport)) {
      return client.generate(Requests.to(endpoint(server)));
    } finally {
      server.stop(0);
    }
  }

  private static URI endpoint(HttpsServer server) {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  private static HttpsServer serve(Certificate certificate) throws Exception {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var server = HttpsServer.create(new InetSocketAddress(loopback, 0), 8);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          var body = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
