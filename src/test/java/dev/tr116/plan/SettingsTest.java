package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void areThoseOfTr116WhenNothingIsSet() {
    var settings = Settings.of(Map.of());

    var chimera = GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0");
    assertThat(settings.models()).containsExactly(new Model("gemma3:latest"));
    assertThat(settings.scenarios())
        .containsExactly(
            Scenario.baselineVsChimera(GenerationOptions.SERVER_DEFAULTS, chimera),
            Scenario.chimeraHomo(chimera));
    assertThat(settings.runtimes()).containsExactly("structured");
    assertThat(settings.runs()).isEqualTo(new RunCount(5, 5));
    assertThat(settings.warmup()).isEqualTo(1);
    assertThat(settings.solo()).isEqualTo(SoloPolicy.EVERY);
    assertThat(settings.endpoints())
        .containsExactly(
            URI.create("http://127.0.0.1:11434"), URI.create("http://127.0.0.1:11435"));
    assertThat(settings.backend()).isEqualTo(BackendChoice.AUTO);
    assertThat(settings.numPredict()).isEmpty();
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.keepAlive()).isEqualTo("10m");
    assertThat(settings.only()).isEmpty();
    assertThat(settings.session()).isEmpty();
    assertThat(settings.results()).isEqualTo(Path.of("results"));
    assertThat(settings.slos())
        .containsOnly(
            entry(SloMetric.CONCURRENCY_SPEEDUP, new SloLimit(1.95, 1.90)),
            entry(SloMetric.EFFICIENCY, new SloLimit(97, 95)),
            entry(SloMetric.TTFT_P95, new SloLimit(2000, 3000)),
            entry(SloMetric.CONTENTION_RATE, new SloLimit(1, 5)),
            entry(SloMetric.ERROR_RATE, new SloLimit(0.1, 1)),
            entry(SloMetric.COST_PER_1000, new SloLimit(0.20, 0.30)));
    assertThat(settings.enforcement()).isEqualTo(SloEnforcement.AUTO);
    assertThat(settings.pricePerHour()).isEmpty();
    assertThat(settings.timeouts()).isEqualTo(Timeouts.STANDARD);
    assertThat(settings.embeddedThreads()).isEqualTo(1);
    assertThat(settings.transport())
        .isEqualTo(TransportChoice.STANDARD)
        .isEqualTo(TransportChoice.SELECTOR);
    assertThat(settings.given()).isEmpty();
  }

  @Test
  void takeEveryPropertyThatIsSet() {
    var given = new HashMap<String, String>();
    given.put("tr116.models", " qwen2.5 , hf.co/org/model:Q4_K_M ");
    given.put("tr116.scenarios", "chimera-homo");
    given.put("tr116.suites", "multi");
    given.put("tr116.runtimes", "structured");
    given.put("tr116.workload", "prompt");
    given.put("tr116.runs", "10000");
    given.put("tr116.warmup", "0");
    given.put("tr116.solo", "off");
    given.put("tr116.endpoints", "https://a.example/ollama/,http://[::1]:80//");
    given.put("tr116.backend", "embedded");
    given.put("tr116.chimera", "num_ctx=1024");
    given.put("tr116.baseline", "top_k=1");
    given.put("tr116.num-predict", "64");
    given.put("tr116.seed", "0");
    given.put("tr116.keep-alive", "-1s");
    given.put("tr116.only", "qwen2.5/chimera-homo/3");
    given.put("tr116.session", "before-upgrade_1.0");
    given.put("tr116.results", "elsewhere/kept");
    given.put("tr116.slo.enforce", "true");
    given.put("tr116.price-per-hour", "0.85");
    given.put("tr116.timeout.connect", "250ms");
    given.put("tr116.timeout.first-token", "2s");
    given.put("tr116.timeout.idle", "3m");
    given.put("tr116.timeout.total", "1h");
    given.put("tr116.embedded.threads", "64");
    given.put("tr116.transport", "jdk");
    given.put("tr116.cache", "stand-ins");
    given.put("tr116.slo.efficiency", "off");
    given.put("tr116.slo.true-speedup", " 1.2 / 1.0 ");

    var settings = Settings.of(given);

    var chimera = GenerationOptions.parse("num_ctx=1024");
    assertThat(settings.models())
        .containsExactly(new Model("qwen2.5:7b"), new Model("hf.co/org/model:Q4_K_M"));
    assertThat(settings.scenarios()).containsExactly(Scenario.chimeraHomo(chimera));
    assertThat(settings.runs()).isEqualTo(new RunCount(10_000, 10_000));
    assertThat(settings.warmup()).isZero();
    assertThat(settings.solo()).isEqualTo(SoloPolicy.OFF);
    assertThat(settings.endpoints())
        .containsExactly(URI.create("https://a.example/ollama"), URI.create("http://[::1]:80"));
    assertThat(settings.backend()).isEqualTo(BackendChoice.EMBEDDED);
    assertThat(settings.numPredict()).hasValue(64);
    assertThat(settings.seed()).isZero();
    assertThat(settings.keepAlive()).isEqualTo("-1s");
    assertThat(settings.only()).contains(Selection.parse("qwen2.5/chimera-homo/3"));
    assertThat(settings.session()).contains("before-upgrade_1.0");
    assertThat(settings.results()).isEqualTo(Path.of("elsewhere", "kept"));
    assertThat(settings.slos())
        .doesNotContainKey(SloMetric.EFFICIENCY)
        .containsEntry(SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));
    assertThat(settings.enforcement()).isEqualTo(SloEnforcement.TRUE);
    assertThat(settings.pricePerHour()).contains(new BigDecimal("0.85"));
    assertThat(settings.timeouts())
        .isEqualTo(
            new Timeouts(
                Duration.ofMillis(250),
                Duration.ofSeconds(2),
                Duration.ofMinutes(3),
                Duration.ofHours(1)));
    assertThat(settings.embeddedThreads()).isEqualTo(64);
    assertThat(settings.transport()).isEqualTo(TransportChoice.JDK);
    assertThat(settings.given()).isEqualTo(given);
  }

  @Test
  void neverRepeatAKeyThatWasGivenByMistake() {
    assertThatThrownBy(() -> Settings.of(Map.of("tr116.openai.key-variable", "sk-secret")))
        .hasMessageContaining(
            "tr116.openai.key-variable: write the name of an environment variable, e.g."
                + " OPENAI_API_KEY; the key itself is never given here")
        .hasMessageNotContaining("sk-secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a,http://me:secret@b",
        "http://me:sec,secret@b",
        "http://me:p/secret@b",
        "http://b?key=secret",
        "http://me:secret@b_c;http://d"
      })
  void neverRepeatCredentialsOfAnAddress(String endpoints) {
    assertThatThrownBy(() -> Settings.of(Map.of("tr116.endpoints", endpoints)))
        .hasMessageContaining("credentials and queries do not belong into an address")
        .hasMessageContaining("tr116.ollama.key-variable")
        .hasMessageNotContaining("secret");
  }

  @Test
  void showNothingThatSteersATerminal() {
    assertThatThrownBy(() -> Settings.of(Map.of("tr116.backend", "a\u001b[31mb\nc\u009bd\u202ee")))
        .hasMessageContaining("a\\u001b[31mb\\u000ac\\u009bd\\u202ee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemma3:\u001b[2J", "a\u0000b", "a\nb", "a\u202eb", "a\ud800b"})
  void refuseAModelThatNoServerCanHave(String model) {
    assertThatThrownBy(() -> Settings.of(Map.of("tr116.models", model)))
        .hasMessageContaining("holds a character that cannot be printed");
  }

  @Test
  void giveNoKeyToOutsidePrograms() {
    var given = Map.of("tr116.ollama.key-variable", "OLLAMA_KEY", "tr116.runtimes", "exec:python");

    assertThatThrownBy(() -> Settings.of(given))
        .hasMessageContaining("the key is not given to outside programs");
  }

  @Test
  void readWhatToTryWhenMemoryRunsOut() {
    assertThat(Settings.of(Map.of()).fallback()).isEqualTo(Fallback.OFF);
    assertThat(Settings.of(Map.of("tr116.fallback", "auto; num_gpu=40; model=qwen2.5")).fallback())
        .isEqualTo(
            new Fallback(
                true,
                List.of(
                    new Fallback.Option("num_gpu", 40L),
                    new Fallback.OtherModel(new Model("qwen2.5:7b")))));
  }

  @Test
  void takeOutsideProgramsByName() {
    var settings =
        Settings.of(
            Map.of("tr116.runtimes", "exec:mine,exec:python", "tr116.exec.mine", " ./mine -x "));

    assertThat(settings.programs()).containsOnly(entry("mine", "./mine -x"));
    assertThat(settings.runtimes()).containsExactly("exec:mine", "exec:python");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tr116.models | "" | names nothing; write at least one, e.g. gemma3
          tr116.models | " , " | names nothing; write at least one, e.g. gemma3
          tr116.models | gemma3,gemma3:latest | gemma3 is named twice; name it once
          tr116.models | Gemma3,gemma3 | Gemma3:latest and gemma3 would share the folder gemma3_latest; measure them in two sessions
          tr116.models | a.b,apb | a.b:latest and apb:latest would share the folder apb_latest; measure them in two sessions
          tr116.scenarios | "" | names nothing; write at least one, e.g. baseline-vs-chimera,chimera-homo
          tr116.scenarios | chimera | 'chimera' is not known to this version; write baseline-vs-chimera or chimera-homo or chimera-hetero
          tr116.scenarios | chimera-homo,chimera-homo | chimera-homo is named twice; name it once
          tr116.suites | double | 'double' is not known to this version; write multi or single or scaling
          tr116.transport | nio | write one of selector, jdk
          tr116.runtimes | tokio | 'tokio' is not known to this version; write structured, platform, async, event-loop or exec:NAME
          tr116.runtimes | exec:mine | exec:mine has no program; set tr116.exec.mine to its command line
          tr116.runs | 0 | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | 10001 | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | five | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | 99999999999 | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | "" | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | 20..5 | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | 5-20 | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.runs | 5.. | write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
          tr116.calibration | 9 | write a whole number from 10 to 10000
          tr116.warmup | -1 | write a whole number from 0 to 100
          tr116.warmup | 101 | write a whole number from 0 to 100
          tr116.solo | twice | write one of every, once, off
          tr116.solo | every,off | write one of every, once, off
          tr116.endpoints | http://a,http://b,http://c | there are at most 2 agents; write as many endpoints or fewer, the agents are dealt to them in turn
          tr116.agents | 1 | one agent has nobody beside it in the suite multi; write 2 or more, or tr116.suites=scaling
          tr116.agents | 2,x | 'x' does not fit; write whole numbers from 1 to 10000
          tr116.agents | 2,2 | 2 is named twice; name it once
          tr116.single.temperature | hot | write a temperature from 0 to 99, e.g. 0.8
          tr116.single.contexts | 0 | '0' does not fit; write whole numbers from 1 to 100000000
          tr116.shard | 5/4 | write i/n with i from 1 to n, e.g. 2/4 for the second of four parts
          tr116.shard | second | write i/n with i from 1 to n, e.g. 2/4 for the second of four parts
          tr116.preflight | maybe | write one of on, warn, off
          tr116.pull | yes | 'yes' is not known to this version; write true or false
          tr116.fallback | num_gpu | 'num_gpu' is no option; write name=value, e.g. num_ctx=512
          tr116.fallback | auto;num_gpu=1,num_ctx=2 | 'num_gpu=1,num_ctx=2' is no step; write one option or model=tag, e.g. auto; model=qwen2.5:7b
          tr116.workload | chat | 'chat' is not known to this version; write prompt or report
          tr116.scenario.mine | collector | 'collector' is no agent; write role: options; role: options, e.g. collector: num_ctx=512; insight: num_ctx=1024,temperature=0.2; critic:
          tr116.scenario.mine | critic:;critic: | scenario mine gives two agents the same role; name each role once
          tr116.scenario.chimera-homo | critic: | write another name: lower-case letters, digits and -, not one of baseline-vs-chimera, chimera-homo, chimera-hetero
          tr116.exec.Mine | python3 mine.py | write a name of lower-case letters, digits and -, and a command line, e.g. tr116.exec.mine=python3 mine.py
          tr116.endpoints | "" | names nothing; write at least one, e.g. http://127.0.0.1:11434,http://127.0.0.1:11435
          tr116.endpoints | http://a,127.0.0.1:11435 | '127.0.0.1:11435' is no server address; write e.g. http://127.0.0.1:11434
          tr116.endpoints | http://a,ftp://b | 'ftp://b' is no server address; write e.g. http://127.0.0.1:11434
          tr116.endpoints | http://a,http:// | 'http://' is no server address; write e.g. http://127.0.0.1:11434
          tr116.endpoints | http://a,http://b#c | 'http://b#c' is no server address; write e.g. http://127.0.0.1:11434
          tr116.endpoints | http://a,http://b:65536 | 'http://b:65536' is no server address; write e.g. http://127.0.0.1:11434
          tr116.endpoints | http://a,http://b:0 | 'http://b:0' is no server address; write e.g. http://127.0.0.1:11434
          tr116.backend | vllm | write one of auto, ollama, embedded, scripted, openai
          tr116.backend | AUTO | write one of auto, ollama, embedded, scripted, openai
          tr116.chimera | num_gpu | 'num_gpu' is no option; write name=value, e.g. num_ctx=512
          tr116.chimera | num_ctx=1,num_ctx=2 | option num_ctx is given twice; write it once
          tr116.chimera | temperature=1e999 | 'temperature=1e999' is beyond every number; write a smaller one
          tr116.baseline | =5 | '=5' is no option; write name=value, e.g. num_ctx=512
          tr116.num-predict | 0 | write a whole number from 1 to 1000000
          tr116.num-predict | -1 | write a whole number from 1 to 1000000
          tr116.seed | -1 | write a whole number from 0 to 999999999
          tr116.seed | 1000000000 | write a whole number from 0 to 999999999
          tr116.keep-alive | 10 | write a number with a unit, e.g. 10m or -1s for ever
          tr116.keep-alive | "" | write a number with a unit, e.g. 10m or -1s for ever
          tr116.only | gemma3 | 'gemma3' chooses nothing; write model/scenario or model/scenario/run, e.g. gemma3/chimera-homo/2
          tr116.session | ../escape | a session's name is its folder; write letters, digits, '.', '-' and '_', 100 at most
          tr116.session | .. | a session's name is its folder; write letters, digits, '.', '-' and '_', 100 at most
          tr116.session | ends. | a session's name is its folder; write letters, digits, '.', '-' and '_', 100 at most
          tr116.results | "" | names no folder; write e.g. results
          tr116.slo.enforce | yes | write one of auto, true, false
          tr116.price-per-hour | $1 | write US dollars, e.g. 0.85
          tr116.compare.min-effect | 100 | write a number of percent from 0 to 99, e.g. 5
          tr116.compare.min-effect | -5 | write a number of percent from 0 to 99, e.g. 5
          tr116.price-per-hour | -1 | write US dollars, e.g. 0.85
          tr116.timeout.connect | 5 | write a number with a unit, e.g. 5s
          tr116.timeout.first-token | 0s | write a number with a unit, e.g. 300s
          tr116.timeout.idle | 1d | write a number with a unit, e.g. 60s
          tr116.timeout.total | -1s | write a number with a unit, e.g. 600s
          tr116.embedded.threads | 65 | write a whole number from 1 to 64
          tr116.slo.efficiency | 95 | write target/alert in %, e.g. 97/95, or off
          tr116.slo.efficiency | 97/95/90 | write target/alert in %, e.g. 97/95, or off
          tr116.slo.true-speedup | high/low | write target/alert in x, e.g. 1.2/1.0, or off
          tr116.slo.efficiency | 95/97 | the alert must be worse than the target, and less is worse here; write the target first
          tr116.slo.ttft-p95 | 3000/2000 | the alert must be worse than the target, and more is worse here; write the target first
          """)
  void sayWhatIsWrongWithAValueAndWhatToWriteInstead(String key, String value, String why) {
    var wrong = rejected(Map.of(key, value));

    assertThat(wrong.problems()).containsExactly(key + "=" + value.strip() + ": " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr116.results", "tr116.cache"})
  void refuseAFolderThatNoSystemCanHave(String key) {
    var wrong = rejected(Map.of(key, "a\0b"));

    assertThat(wrong.problems())
        .singleElement()
        .asString()
        .startsWith(key + "=a\\u0000b: is no path on this system; write e.g. ");
  }

  @Test
  void refuseASessionNameThatNoFolderCanHave() {
    var wrong = rejected(Map.of("tr116.session", "x".repeat(101)));

    assertThat(wrong.problems()).hasSize(1);
  }

  @Test
  void sayEverythingThatIsWrongAtOnce() {
    var given =
        Map.of(
            "tr116.model", "gemma3",
            "tr116.runs", "0",
            "tr116.endpoints", "nowhere",
            "tr116.slo.efficiency", "95/97");

    assertThatThrownBy(() -> Settings.of(given))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            """
            tr116 cannot start; 4 settings are wrong:
              - unknown property tr116.model: did you mean tr116.models?
              - tr116.runs=0: write a whole number from 1 to 10000, or two as in 5..20 to stop when every objective is decided
              - tr116.endpoints=nowhere: 'nowhere' is no server address; write e.g. http://127.0.0.1:11434
              - tr116.slo.efficiency=95/97: the alert must be worse than the target, and less is worse here; write the target first\
            """);
  }

  @Test
  void countOneWrongSettingInWords() {
    assertThatThrownBy(() -> Settings.of(Map.of("tr116.runs", "0")))
        .hasMessage(
            "tr116 cannot start; one setting is wrong:\n"
                + "  - tr116.runs=0: write a whole number from 1 to 10000, or two as in 5..20 to"
                + " stop when every objective is decided");
  }

  @ParameterizedTest
  @CsvSource({
    "tr116.model, did you mean tr116.models?",
    "tr116.MODELS, the README lists every property",
    "tr116.num_predict, did you mean tr116.num-predict?",
    "tr116.slo.eficiency, did you mean tr116.slo.efficiency?",
    "tr116.timeout.conect, did you mean tr116.timeout.connect?",
    "tr116.frobnicate-widgets, the README lists every property",
    "tr116.run, did you mean tr116.runs?",
    "tr116.gpu, the README lists every property",
    "tr116., the README lists every property"
  })
  void nameTheNearestPropertyToOneThatIsUnknown(String key, String hint) {
    var wrong = rejected(Map.of(key, "x"));

    assertThat(wrong.problems()).containsExactly("unknown property " + key + ": " + hint);
  }

  @Test
  void areNotChangedByWhoeverMadeThem() {
    var given = new HashMap<>(Map.of("tr116.runs", "3"));
    var settings = Settings.of(given);

    given.put("tr116.runs", "4");

    assertThat(settings.given()).containsOnly(entry("tr116.runs", "3"));
    assertThatThrownBy(() -> settings.models().add(Model.named("other")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void findASessionToCompareWithByNameOrByPath() {
    assertThat(Settings.of(Map.of("tr116.compare", "night", "tr116.results", "kept")).comparison())
        .hasValue(new Comparison(Path.of("kept", "night"), 5));
    assertThat(
            Settings.of(Map.of("tr116.compare", "./night", "tr116.compare.min-effect", "2.5"))
                .comparison())
        .hasValue(new Comparison(Path.of("./night"), 2.5));
    assertThat(Settings.of(Map.of()).comparison()).isEmpty();
  }

  @Test
  void doNotCompareASessionWithItself() {
    assertThat(rejected(Map.of("tr116.session", "a", "tr116.compare", "a")).problems())
        .containsExactly(
            "tr116.compare=a: a session cannot be compared with itself; name an earlier one");
  }

  private static SettingsException rejected(Map<String, String> given) {
    return catchThrowableOfType(SettingsException.class, () -> Settings.of(given));
  }
}
