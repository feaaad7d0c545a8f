package dev.tr116.llm;

import static dev.tr116.llm.OpenAiCalls.content;
import static dev.tr116.llm.OpenAiCalls.delta;
import static dev.tr116.llm.OpenAiCalls.events;
import static dev.tr116.llm.OpenAiCalls.finish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.Terminator;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ServerTimings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that come to their end. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class OpenAiClientTest {
  @Parameter private TransportChoice transport;

  private static final Duration GAP = Duration.ofMillis(80);

  private ScriptedServer server;

  @BeforeEach
  void open() {
    server = ScriptedServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CallTrace play(Script script) {
    return play(script, OpenAiCalls.chat());
  }

  private CallTrace play(Script script, OpenAiAccess access) {
    server.always(script);
    try (var client = new OpenAiClient(access, ServerTrust.OF_JAVA, transport)) {
      return client.generate(Requests.to(server.endpoint()));
    }
  }

  private static CallTrace succeeded(CallTrace trace) {
    assertThat(trace.failure()).isEmpty();
    return trace;
  }

  private static ServerTimings counts(long prompt, OptionalLong cached, long generated) {
    return timings(
        prompt, cached, OptionalLong.empty(), OptionalLong.of(generated), OptionalLong.empty());
  }

  private static ServerTimings timings(
      long prompt,
      OptionalLong cached,
      OptionalLong promptNanos,
      OptionalLong generated,
      OptionalLong nanos) {
    return new ServerTimings(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(prompt),
        cached,
        promptNanos,
        generated,
        nanos);
  }

  @Test
  void aChatIsRecordedWithEverythingTheServerSays() {
    var terminator = Terminator.of("length").prompt(26, GAP).eval(3, GAP);

    var trace =
        succeeded(play(Script.answer().thinking("Hm").text("The ").text("data.").done(terminator)));

    assertThat(trace.answer()).isEqualTo("The data.");
    assertThat(trace.thinking()).isEqualTo("Hm");
    assertThat(trace.chunks().size()).isEqualTo(3);
    assertThat(trace.doneReason()).contains("length");
    assertThat(trace.server())
        .as("its durations are not told")
        .isEqualTo(counts(26, OptionalLong.empty(), 3));
  }

  @Test
  void aCompletionIsRecordedAsWell() {
    var trace =
        succeeded(
            play(
                Script.answer().text("The ").text("data.").done(Terminator.of("stop").eval(2, GAP)),
                OpenAiCalls.completions()));

    assertThat(trace.answer()).isEqualTo("The data.");
    assertThat(trace.server().evalCount()).hasValue(2);
    assertThat(server.prompts().getFirst().path()).isEqualTo("/v1/completions");
  }

  @Test
  void theStampsAreInTheOrderOfTheirEvents() {
    var trace =
        succeeded(
            play(
                events(delta("\"role\":\"assistant\",\"content\":\"\""))
                    .after(GAP)
                    .bytes(("data: " + content("A") + "\n\n").getBytes(UTF_8))
                    .after(GAP)
                    .bytes(("data: " + finish("stop") + "\n\n").getBytes(UTF_8))
                    .after(GAP)
                    .bytes("data: [DONE]\n\n".getBytes(UTF_8))));

    var stamps = trace.stamps();
    var headers = stamps.headers().orElseThrow();
    var content = stamps.firstContent().orElseThrow();
    assertThat(new long[] {stamps.sent().orElseThrow(), headers, content, stamps.closed()})
        .isSorted();
    assertThat(content - headers).as("a role is no content").isGreaterThan(GAP.toNanos() / 4);
    assertThat(stamps.lastContent()).hasValue(content);
    assertThat(stamps.done().orElseThrow() - content)
        .as("[DONE] ends the answer, not its finish_reason")
        .isGreaterThan(GAP.toNanos());
  }

  @Test
  void bothNamesOfReasoningAreThinking() {
    var trace =
        succeeded(
            play(
                events(
                    delta("\"reasoning_content\":\"Let \",\"content\":null"),
                    delta("\"reasoning\":\"me \""),
                    delta("\"reasoning\":\"see.\",\"reasoning_content\":\"see.\""),
                    content("Yes"),
                    finish("stop"),
                    "[DONE]")));

    assertThat(trace.thinking()).isEqualTo("Let me see.");
    assertThat(trace.answer()).isEqualTo("Yes");
    assertThat(trace.chunks().size()).isEqualTo(4);
  }

  @Test
  void countsMayStandInAnyChunkAndTheLastOnesHold() {
    var trace =
        succeeded(
            play(
                events(
                    "{\"choices\":[{\"delta\":{\"content\":\"A\"}}],"
                        + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}",
                    finish("stop"),
                    "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":4}}}",
                    "[DONE]")));

    assertThat(trace.server()).isEqualTo(counts(9, OptionalLong.of(4), 2));
  }

  @Test
  void countsThatAreNoneAreAbsent() {
    var trace =
        succeeded(
            play(
                events(
                    content("A"),
                    finish("stop"),
                    "{\"choices\":[],\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":\"2\","
                        + "\"prompt_tokens_details\":null},\"timings\":{\"prompt_ms\":1.5}}",
                    "[DONE]")));

    assertThat(trace.server()).isEqualTo(ServerTimings.UNKNOWN);
  }

  @Test
  void theTimesOfLlamaCppAreTheServersOwn() {
    var trace =
        succeeded(
            play(
                events(
                    content("A"),
                    "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":13,\"completion_tokens\":4},"
                        + "\"timings\":{\"prompt_n\":10,\"prompt_ms\":250.368,"
                        + "\"predicted_n\":4,\"predicted_ms\":165.636}}",
                    "[DONE]")));

    assertThat(trace.server())
        .isEqualTo(
            timings(
                13,
                OptionalLong.of(3),
                OptionalLong.of(250_368_000),
                OptionalLong.of(4),
                OptionalLong.of(165_636_000)));
  }

  @Test
  void otherChoicesThanTheFirstAreNotOurs() {
    var trace =
        succeeded(
            play(
                events(
                    "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"}}]}",
                    "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"}},"
                        + "{\"index\":0,\"delta\":{\"content\":\"A\"}}]}",
                    "{\"choices\":null}",
                    "{\"id\":\"ping\"}",
                    finish("stop"),
                    "[DONE]")));

    assertThat(trace.answer()).isEqualTo("A");
    assertThat(trace.chunks().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void piecesOfAnySizeGiveTheSameAnswer(int bytes) {
    var trace =
        succeeded(
            play(
                Script.answer()
                    .bytes(": alive\r\n\r\n".getBytes(UTF_8))
                    .bytes(("data:" + content("ü😀") + "\r\n\r\n").getBytes(UTF_8))
                    .bytes("event: message\ndata: {\"choices\":\ndata: []}\n\n".getBytes(UTF_8))
                    .bytes(("data: " + finish("stop") + "\n\ndata: [DONE]").getBytes(UTF_8))
                    .inPiecesOf(bytes)));

    assertThat(trace.answer()).isEqualTo("ü😀");
  }

  @Test
  void anEventOfMegabytesIsReadWhole() {
    var long4 = "0123456789abcdef".repeat(256 * 1024);

    var trace = succeeded(play(events(content(long4), finish("stop"), "[DONE]")));

    assertThat(trace.answer()).isEqualTo(long4);
  }

  @Test
  void whatIsSentIsWhatTheServerHasWordsFor() {
    server.always(Script.answer().text("A").done());
    var options =
        GenerationOptions.parse(
            "num_gpu=80,num_ctx=512,temperature=1.0,top_p=0.9,stop=END,seed=7,num_predict=32");
    var request =
        new LlmRequest(
            server.endpoint(),
            new Model("org/model"),
            "Hi",
            Optional.of("Be brief."),
            options,
            "prompt",
            "10m",
            Timeouts.STANDARD,
            System.nanoTime());

    try (var chat = new OpenAiClient(OpenAiCalls.chat(), ServerTrust.OF_JAVA, transport);
        var completions =
            new OpenAiClient(OpenAiCalls.completions(), ServerTrust.OF_JAVA, transport)) {
      succeeded(chat.generate(request));
      succeeded(completions.generate(request));
    }

    var common =
        "\"stream\":true,\"stream_options\":{\"include_usage\":true},\"temperature\":1.0,"
            + "\"top_p\":0.9,\"stop\":[\"END\"],\"seed\":7,\"max_tokens\":32}";
    assertThat(server.prompts().getFirst().body())
        .isEqualTo(
            "{\"model\":\"org/model\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                + "{\"role\":\"user\",\"content\":\"Hi\"}],"
                + common);
    assertThat(server.prompts().getLast().body())
        .isEqualTo("{\"model\":\"org/model\",\"prompt\":\"Be brief.\\n\\nHi\"," + common);
    assertThat(server.prompts()).noneMatch(sent -> sent.header("Authorization").isPresent());
  }

  @Test
  void theKeyIsShownToTheServer() {
    succeeded(play(Script.answer().text("A").done(), OpenAiCalls.withKey()));

    assertThat(server.prompts().getFirst().header("Authorization"))
        .contains("Bearer " + OpenAiCalls.SECRET);
  }

  @Test
  void anEndpointMayBeWrittenWithTheVersionOfTheApi() {
    server.always(Script.answer().text("A").done());

    try (var client = new OpenAiClient(OpenAiCalls.chat(), ServerTrust.OF_JAVA, transport)) {
      succeeded(client.generate(Requests.to(URI.create(server.endpoint() + "/v1"))));
      succeeded(client.generate(Requests.to(URI.create(server.endpoint() + "/proxy/"))));
    }

    assertThat(server.prompts().getFirst().path()).isEqualTo("/v1/chat/completions");
    assertThat(server.prompts().getLast().path()).isEqualTo("/proxy/v1/chat/completions");
  }

  @Test
  void aConnectionServesCallAfterCall() {
    server.always(Script.answer().text("A").done());

    try (var client = new OpenAiClient(OpenAiCalls.chat(), ServerTrust.OF_JAVA, transport)) {
      for (var i = 0; i < 3; i++) {
        succeeded(client.generate(Requests.to(server.endpoint())));
      }
    }

    assertThat(server.connections()).hasSize(1);
  }
}
