package dev.tr116.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.plan.SettingsException;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that keep to the protocol, and such that do not. */
@Timeout(120)
class OutsideProgramTest {
  private static final String READY = "{'event':'ready','protocol':1}";
  private static final String RELEASED = "{'event':'released','ns':1000}";
  private static final String START = "{'event':'agent_start','agent':0,'ns':1500}";
  private static final String SENT = "{'event':'sent','agent':0,'call':0,'ns':2000}";
  private static final String HEADERS =
      "{'event':'headers','agent':0,'call':0,'ns':3000,'status':200}";
  private static final String CHUNKS =
      "{'event':'chunks','agent':0,'call':0,'ns':[4000,6000],'content':'Hi!'}";
  private static final String DONE =
      "{'event':'done','agent':0,'call':0,'ns':7000,'closed_ns':8000,'server':{'done':true,"
          + "'done_reason':'stop','eval_count':2,'eval_duration':1900}}";
  private static final String AGENT_END = "{'event':'agent_end','agent':0,'ns':9000}";
  private static final String END = "{'event':'end','ns':9100}";

  private static final Patience SHORT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(1));

  private final OneAgent agent = new OneAgent(URI.create("http://127.0.0.1:9"));

  @Test
  void takesTheIntervalsFromTheProgramsClock() {
    var before = System.nanoTime();

    var part =
        play(
            "line", READY, "line", RELEASED, START, SENT, HEADERS, CHUNKS, DONE, "line", AGENT_END,
            END, "line");

    assertThat(part.broken()).isEmpty();
    assertThat(part.interrupted()).isFalse();
    assertThat(part.ended() - part.released()).isEqualTo(8000);
    assertThat(part.released()).isBetween(before, System.nanoTime());
    assertThat(agent.wall()).isEqualTo(7500);
    var call = agent.calls().getFirst();
    assertThat(call.succeeded()).isTrue();
    assertThat(call.answer()).isEqualTo("Hi!");
    assertThat(call.doneReason()).hasValue("stop");
    assertThat(call.server().evalNanos()).isEqualTo(OptionalLong.of(1900));
    assertThat(call.server().loadNanos()).isEmpty();
    assertThat(call.stamps().intended()).isEqualTo(part.released());
    assertThat(call.stamps().firstContent().orElseThrow() - call.stamps().sent().orElseThrow())
        .isEqualTo(2000);
    assertThat(call.chunks().gaps()).containsExactly(2000L);
    assertThat(call.stamps().closed() - call.stamps().done().orElseThrow()).isEqualTo(1000);
    assertThat(call.stamps().firstThinking()).isEmpty();
  }

  @Test
  void saysHowAProgramEndedThatEndsTooEarly() {
    var part = play("line", READY, "line", "err:no module named agents", "exit:3");

    assertThat(part.broken().orElseThrow())
        .contains("exec:trial")
        .contains("docs/runtimes.md")
        .contains("exit code 3")
        .contains("no module named agents");
    assertThat(failure(agent).kind()).isEqualTo(FailureKind.MALFORMED);
    assertThat(failure(agent).message()).isEqualTo(part.broken().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | must be a JSON object",
        "[1] | must be a JSON object",
        "{'event':'released'} | a whole number ns",
        "{'event':'party','ns':1} | there is no event 'party'",
        "{'event':'agent_start','agent':0,'ns':1} | released must come before",
        "{'event':'end','ns':1} | after the agent_end of every agent",
        "{'event':'ready','protocol':1} | ready must come once",
      })
  void saysWhatIsWrongWithALine(String line, String expected) {
    var part = play("line", READY, line, "sleep");

    assertThat(part.broken().orElseThrow()).contains(expected);
    assertThat(agent.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'event':'agent_end','agent':0,'ns':9000} | before the agent's work was done",
        "{'event':'agent_end','agent':4,'ns':9000} | there is no agent 4",
        "{'event':'sent','agent':0,'call':1,'ns':2000} | another call than 0",
        "{'event':'sent','agent':0,'call':0,'ns':20} | goes backwards",
        "{'event':'headers','agent':0,'call':0,'ns':2000,'status':200} | must follow sent",
        "{'event':'failed','agent':0,'call':0,'ns':2000,'kind':'OOPS','message':'x'} | CONNECT",
      })
  void saysWhatIsWrongWithAnEventOfAnAgent(String line, String expected) {
    var part = play("line", READY, RELEASED, START, line, "sleep");

    assertThat(part.broken().orElseThrow()).contains(expected);
    assertThat(failure(agent).kind()).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void wantsTheTerminatorAsTheServerSentIt() {
    var part =
        play("line", READY, RELEASED, START, SENT, HEADERS, DONE.replace("true", "false"), "sleep");

    assertThat(part.broken().orElseThrow()).contains("with done: true");
  }

  @Test
  void doesNotWaitForAProgramThatKeepsSilent() {
    var part = play("line", READY, "line", RELEASED, START, "sleep");

    assertThat(part.broken().orElseThrow()).contains("silent for 1500 ms");
  }

  @Test
  void wantsToHearThatAProgramIsReady() {
    var part = play("line", RELEASED, "sleep");

    assertThat(part.broken().orElseThrow()).contains("ready first");
  }

  @Test
  void wantsTheSameProtocol() {
    var part = play("line", "{'event':'ready','protocol':2}", "sleep");

    assertThat(part.broken().orElseThrow()).contains("protocol 1");
  }

  @Test
  void saysThatAProgramCannotBeStarted() {
    try (var program = new OutsideProgram("trial", "no-such-program-here", SHORT)) {
      assertThatThrownBy(() -> program.run(List.of(agent)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("tr116.exec.trial");
    }
  }

  private Part play(String... script) {
    var words = Stream.of(script).map(word -> "\"" + word + "\"").collect(Collectors.joining(" "));
    var command =
        "{java} -XX:TieredStopAtLevel=1 -cp {classpath} " + ScriptedProgram.class.getName();
    // The script's own quotes are single ones, which mean nothing between double ones.
    try (var program = new OutsideProgram("trial", command + " " + words, SHORT)) {
      return program.run(List.of(agent));
    }
  }

  private static dev.tr116.trace.CallFailure failure(OneAgent agent) {
    return agent.calls().stream().map(CallTrace::failure).findFirst().orElseThrow().orElseThrow();
  }
}
