package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.Terminator;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ServerTimings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that succeed. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OllamaClientTest {
  @Parameter private TransportChoice transport;

  private static final Duration GAP = Duration.ofMillis(100);

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

  private CallTrace play(Script script) {
    server.always(script);
    return client.generate(Requests.to(server.endpoint()));
  }

  @Test
  void anAnswerIsRecordedWithEverythingTheServerSays() {
    var terminator =
        Terminator.of("length")
            .load(Duration.ofMillis(3))
            .prompt(26, Duration.ofMillis(5))
            .eval(4, Duration.ofMillis(7))
            .with("prompt_eval_cached_count", 20)
            .totalWithQueue(Duration.ofMillis(11));

    var trace = play(Script.answer().text("The ").text("data").text(".").done(terminator));

    assertThat(trace.succeeded()).isTrue();
    assertThat(trace.stage()).isEqualTo("prompt");
    assertThat(trace.answer()).isEqualTo("The data.");
    assertThat(trace.thinking()).isEmpty();
    assertThat(trace.doneReason()).contains("length");
    assertThat(trace.chunks().size()).isEqualTo(3);
    assertThat(trace.server())
        .isEqualTo(
            new ServerTimings(
                OptionalLong.of(26_000_000),
                OptionalLong.of(3_000_000),
                OptionalLong.of(26),
                OptionalLong.of(20),
                OptionalLong.of(5_000_000),
                OptionalLong.of(4),
                OptionalLong.of(7_000_000)));
  }

  @Test
  void theStampsAreInTheOrderOfTheirEvents() {
    var request = Requests.to(server.endpoint());
    // A busy machine reads late: what then comes in one piece has one stamp.
    var gap = Duration.ofMillis(500);
    server.always(
        Script.answer().headers().after(gap).thinking("Hm").after(gap).text("A").after(gap).done());

    var stamps = client.generate(request).stamps();

    assertThat(stamps.intended()).isEqualTo(request.intended());
    assertThat(
            new long[] {
              stamps.intended(),
              stamps.sent().orElseThrow(),
              stamps.headers().orElseThrow(),
              stamps.firstThinking().orElseThrow(),
              stamps.firstContent().orElseThrow(),
              stamps.lastContent().orElseThrow(),
              stamps.done().orElseThrow(),
              stamps.closed(),
              System.nanoTime()
            })
        .isSorted();
    assertThat(stamps.firstThinking().orElseThrow() - stamps.headers().orElseThrow()).isPositive();
    assertThat(stamps.firstContent().orElseThrow() - stamps.firstThinking().orElseThrow())
        .isGreaterThan(gap.toNanos() / 20);
    assertThat(stamps.done().orElseThrow() - stamps.lastContent().orElseThrow())
        .isGreaterThan(gap.toNanos() / 20);
  }

  @Test
  void theRequestIsSentBeforeTheServerHasIt() {
    var trace = play(Script.answer().text("A").done());

    assertThat(trace.stamps().sent().orElseThrow())
        .isLessThanOrEqualTo(server.prompts().getFirst().received());
  }

  @Test
  void thinkingAndContentAreKeptApartAndMayShareALine() {
    var trace =
        play(
            Script.answer()
                .thinking("Let me ")
                .line("{\"response\":\"Yes\",\"thinking\":\"see.\",\"done\":false}")
                .line("{\"response\":\"\",\"thinking\":null,\"done\":false}")
                .text("!")
                .done());

    assertThat(trace.thinking()).isEqualTo("Let me see.");
    assertThat(trace.answer()).isEqualTo("Yes!");
    assertThat(trace.chunks().size()).isEqualTo(3);
    assertThat(trace.stamps().firstContent()).hasValue(trace.chunks().get(1));
    assertThat(trace.stamps().firstThinking()).hasValue(trace.chunks().get(0));
    assertThat(trace.stamps().lastContent()).hasValue(trace.chunks().get(2));
  }

  @Test
  void anAnswerWithoutTextHasNoFirstToken() {
    var trace = play(Script.answer().done());

    assertThat(trace.succeeded()).isTrue();
    assertThat(trace.stamps().firstToken()).isEmpty();
    assertThat(trace.stamps().lastContent()).isEmpty();
    assertThat(trace.chunks().size()).isZero();
  }

  @Test
  void linesOfOneWriteShareTheirStamp() {
    var trace = play(Script.answer().texts(4, Duration.ZERO, "a").done().linesPerWrite(5));

    assertThat(trace.chunks().size()).isEqualTo(4);
    assertThat(trace.chunks().gaps()).containsOnly(0L);
  }

  @Test
  void linesMayBeSplitAnywhere() {
    var trace = play(Script.answer().text("Größe ").text("😀").done().inPiecesOf(1));

    assertThat(trace.answer()).isEqualTo("Größe 😀");
    assertThat(trace.succeeded()).isTrue();
  }

  @Test
  void aLineHasTheStampOfTheBytesThatCompleteIt() {
    var line = "{\"response\":\"😀\",\"done\":false}\n".getBytes(UTF_8);
    var withinTheCharacter = "{\"response\":\"".length() + 2;

    var trace =
        play(
            Script.answer()
                .text("first")
                .bytes(Arrays.copyOf(line, withinTheCharacter))
                .after(GAP)
                .bytes(Arrays.copyOfRange(line, withinTheCharacter, line.length))
                .done());

    assertThat(trace.answer()).isEqualTo("first😀");
    assertThat(trace.chunks().get(1) - trace.chunks().get(0)).isGreaterThan(GAP.toNanos() / 4);
  }

  @Test
  void carriageReturnsAndBlankLinesAreNoLines() {
    var trace =
        play(
            Script.answer()
                .bytes("\r\n\n  \n".getBytes(UTF_8))
                .bytes("{\"response\":\"a\",\"done\":false}\r\n\r\n".getBytes(UTF_8))
                .done());

    assertThat(trace.succeeded()).isTrue();
    assertThat(trace.answer()).isEqualTo("a");
  }

  @Test
  void aTerminatorWithoutALineEndCounts() {
    var trace = play(Script.answer().text("a").bytes("{\"done\":true}".getBytes(UTF_8)));

    assertThat(trace.succeeded()).isTrue();
  }

  @Test
  void aLineMayBeMegabytesLong() {
    var text = "0123456789".repeat(300_000);
    var context = "7,".repeat(1_000_000) + "7";

    var trace =
        play(
            Script.answer()
                .text(text)
                .line("{\"done\":true,\"context\":[" + context + "],\"eval_count\":5}"));

    assertThat(trace.answer()).isEqualTo(text);
    assertThat(trace.server().evalCount()).hasValue(5);
  }

  @Test
  void whatFollowsTheTerminatorIsNotPartOfTheAnswer() {
    var trace = play(Script.answer().text("a").done().text("b").line("no JSON").linesPerWrite(4));

    assertThat(trace.succeeded()).isTrue();
    assertThat(trace.answer()).isEqualTo("a");
    assertThat(trace.chunks().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "-1",
        "1.5",
        "\"7\"",
        "true",
        "[7]",
        "{\"n\":7}",
        "9223372036854775807",
        "123456789012345678901234567890"
      })
  void aCounterThatIsNoPlausibleNumberIsAbsent(String value) {
    var trace =
        play(
            Script.answer()
                .text("a")
                .line(
                    """
                    {"done":true,"eval_count":%s,"eval_duration":%s,"total_duration":12}"""
                        .formatted(value, value)));

    assertThat(trace.succeeded()).isTrue();
    assertThat(trace.server().evalCount()).isEmpty();
    assertThat(trace.server().evalNanos()).isEmpty();
    assertThat(trace.server().loadNanos()).isEmpty();
    assertThat(trace.server().totalNanos()).hasValue(12);
  }

  @Test
  void theEndpointsPathIsAPrefix() {
    var request = Requests.to(URI.create(server.endpoint() + "/gpu/1/"));

    assertThat(client.generate(request).succeeded()).isTrue();
    assertThat(server.prompts().getFirst().path()).isEqualTo("/gpu/1/api/generate");
  }

  @Test
  void aConnectionIsUsedAgainAfterAWholeAnswer() {
    for (var i = 0; i < 5; i++) {
      assertThat(play(Script.answer().text("a").done()).succeeded()).isTrue();
    }

    assertThat(server.connections()).hasSize(1);
    assertThat(server.connections().getFirst().requests()).isEqualTo(5);
  }

  @Test
  void anAnswerWhoseBodyNeverEndsIsASuccessAndItsConnectionIsClosed() throws Exception {
    var trace = play(Script.answer().text("a").done().stall());

    assertThat(trace.succeeded()).isTrue();
    assertThat(server.connections().getFirst().awaitClosedByClient(Duration.ofSeconds(5))).isTrue();
  }
}
