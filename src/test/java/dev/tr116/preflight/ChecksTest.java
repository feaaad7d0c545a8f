package dev.tr116.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.ServerDate;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import dev.tr116.telemetry.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What each check says of a situation with one thing wrong. */
class ChecksTest {
  private final Situation situation = new Situation();

  @Test
  void nothingWrongIsToldWithWhatWasSeen() {
    assertThat(situation.look(new ServerChecks()))
        .containsExactly(
            "INFO versions :11434 version 0.24.0", "INFO versions :11435 version 0.24.0");
    assertThat(situation.look(new ModelChecks()))
        .containsExactly(
            "INFO models :11434 gemma3:latest: Q4_K_M, 4.3B, digest a2af, context up to 8192",
            "INFO models :11435 gemma3:latest: Q4_K_M, 4.3B, digest a2af, context up to 8192");
    assertThat(situation.look(new WeightChecks())).isEmpty();
    assertThat(situation.look(new ContextChecks())).isEmpty();
    assertThat(situation.look(new OptionChecks())).isEmpty();
    assertThat(situation.look(new MemoryChecks())).isEmpty();
    assertThat(situation.look(new ClockChecks())).isEmpty();
    assertThat(situation.look(new HostChecks()))
        .containsExactly(
            "INFO load load of this machine 0.5 over the last minute, 8 cores",
            "INFO disk 50.0 GB of disk are free for results");
  }

  @Test
  void serversOfDifferentVersionsAreAWarning() {
    situation.versions.put(Situation.B, "0.25.1");

    assertThat(situation.look(new ServerChecks()))
        .contains(
            "WARNING versions the servers are of different versions (0.24.0 at"
                + " http://127.0.0.1:11434, 0.25.1 at http://127.0.0.1:11435), so their agents are"
                + " not alike; install the same version");
  }

  @Test
  void aQuestionWithoutAnAnswerIsAnError() {
    situation.notTold.put(Situation.B, "no answer");

    assertThat(situation.look(new ServerChecks())).contains("ERROR asked :11435 no answer");
  }

  @Test
  void aMissingModelIsAnErrorWithTheLineThatGetsIt() {
    situation.models.remove(Situation.B);

    assertThat(situation.look(new ModelChecks()))
        .contains(
            "ERROR models :11435 http://127.0.0.1:11435 does not have gemma3:latest; get it with"
                + " `OLLAMA_HOST=127.0.0.1:11435 ollama pull gemma3:latest`, or let"
                + " -Dtr116.pull=true do that");
  }

  @Test
  void aMissingModelToFallBackToIsAWarning() {
    situation.fallbacks = List.of(Situation.GEMMA, new Model("gemma3:1b"));

    assertThat(situation.look(new ModelChecks()))
        .filteredOn(line -> line.startsWith("WARNING"))
        .hasSize(2)
        .contains(
            "WARNING models :11434 tr116.fallback cannot take the step model=gemma3:1b:"
                + " http://127.0.0.1:11434 does not have gemma3:1b; get it with"
                + " `OLLAMA_HOST=127.0.0.1:11434 ollama pull gemma3:1b`, or let"
                + " -Dtr116.pull=true do that");
  }

  @Test
  void aPullThatFailedIsToldInsteadOfTheMissingModel() {
    situation.models.remove(Situation.B);
    situation.notPulled.put(Situation.B, "no such model");

    assertThat(situation.look(new ModelChecks())).contains("ERROR models :11435 no such model");
  }

  @Test
  void aModelWithoutAStandInIsAnErrorThatNamesThoseThereAre() {
    situation.standIns().models.clear();

    assertThat(situation.look(new ModelChecks()))
        .first()
        .isEqualTo(
            "ERROR models model 'gemma3:latest' not found: there is no stand-in for it;"
                + " choose of gemma3:latest, qwen2.5:7b in tr116.models, or measure servers that"
                + " have it (see tr116.backend)");
  }

  @Test
  void differentWeightsUnderOneNameAreAnErrorAndTheirQuantizationAWarning() {
    situation.models.put(Situation.B, Situation.model("sha256:0b1c2d3e4f5a6b7c", "Q8_0"));

    assertThat(situation.look(new WeightChecks()))
        .containsExactly(
            "ERROR digest the servers have different weights under the name gemma3:latest (a2af at"
                + " http://127.0.0.1:11434, 0b1c2d3e4f5a at http://127.0.0.1:11435), so their"
                + " agents would not run the same model; run `ollama pull gemma3:latest` on every"
                + " one of them",
            "WARNING quantization gemma3:latest is quantized differently (Q4_K_M at"
                + " http://127.0.0.1:11434, Q8_0 at http://127.0.0.1:11435); name one quantization"
                + " in the model's tag");
  }

  @Test
  void aContextBeyondTheModelsIsAnErrorAndOnAStandInAWarning() {
    situation.demands =
        List.of(Situation.demand(AgentRole.COLLECTOR, Situation.A, "num_ctx=16384"));

    assertThat(situation.look(new ContextChecks()))
        .containsExactly(
            "ERROR context :11434 gemma3:latest was made for 8192 tokens and is asked for"
                + " num_ctx=16384 in chimera-homo; ask for 8192 at most");
    assertThat(situation.standIns().look(new ContextChecks()))
        .singleElement()
        .asString()
        .startsWith("WARNING context :11434 the stand-in of gemma3:latest was made for 8192");
  }

  @Test
  void agentsOfOneServerThatLoadTheModelDifferentlyAreAnError() {
    situation.demands =
        List.of(
            Situation.demand(AgentRole.COLLECTOR, Situation.A, "num_ctx=2048,num_gpu=80"),
            Situation.demand(AgentRole.INSIGHT, Situation.A, "num_ctx=512,num_gpu=80,seed=3"));

    assertThat(situation.look(new OptionChecks()))
        .containsExactly(
            "ERROR options :11434 collector and insight share http://127.0.0.1:11434 in"
                + " chimera-homo and ask for different num_ctx (2048, 512), so that each call loads"
                + " the model anew; give each a server of its own, or the same options");
    assertThat(situation.standIns().look(new OptionChecks()))
        .singleElement()
        .asString()
        .startsWith("WARNING options");
  }

  @Test
  void optionsLeftToTheServerAreTold() {
    situation.demands = List.of(Situation.demand(AgentRole.COLLECTOR, Situation.A, "num_ctx=512"));

    assertThat(situation.look(new OptionChecks()))
        .containsExactly(
            "INFO options :11434 num_gpu of collector in chimera-homo is not pinned: the server"
                + " decides, and may decide otherwise next time");
  }

  @Test
  void tooLittleGpuMemoryIsAWarningThatCountsWhatTheModelHasAlready() {
    situation.host = new HostState(OptionalDouble.empty(), 8, 1L << 40, List.of(2000L, 2000L));

    assertThat(situation.look(new MemoryChecks()))
        .containsExactly(
            "WARNING memory gemma3:latest needs 6.6 GB for its weights on 2 servers, and 4.2 GB of"
                + " GPU memory are left: part of it will run on the CPU; end what else uses the"
                + " GPU, or take a smaller model or quantization");

    situation.inMemory =
        List.of(Situation.resident("gemma3:latest", 3_300_000_000L, 3_300_000_000L, 512));
    assertThat(situation.look(new MemoryChecks())).isEmpty();
  }

  @Test
  void anotherModelInMemoryIsTold() {
    situation.inMemory = List.of(Situation.resident("mistral:latest", 4, 4, 512));

    assertThat(situation.look(new MemoryChecks()))
        .contains(
            "INFO memory :11434 has mistral:latest in memory, which is not measured; `ollama stop"
                + " mistral:latest` frees it");
  }

  @Test
  void aBusyMachineIsAWarning() {
    situation.host = new HostState(OptionalDouble.of(9.25), 8, 1L << 40, List.of());

    assertThat(situation.look(new HostChecks()))
        .contains(
            "WARNING load load of this machine 9.3 over the last minute, 8 cores: other programs"
                + " take time from the agents and their servers; end them, or wait until they are"
                + " done");

    situation.host = new HostState(OptionalDouble.empty(), 8, 1L << 40, List.of());
    assertThat(situation.look(new HostChecks()))
        .contains("INFO load this machine does not tell its load");
  }

  @Test
  void littleDiskIsAWarningAndHardlyAnyAnError() {
    assertThat(situation.free(95_000_000).look(new HostChecks()))
        .contains(
            "ERROR disk 95 MB of disk are free for results, too little for a session; free some,"
                + " or set tr116.results");
    assertThat(situation.free(950_000_000).look(new HostChecks()))
        .contains("WARNING disk 950 MB of disk are free for results; a long session may fill them");
  }

  @Test
  void clocksThatDisagreeAreAWarning() {
    var now = Instant.parse("2026-11-22T12:00:00.5Z");
    situation.clockStep = Duration.ofMillis(-1500);
    situation.dates.put(
        Situation.A, new ServerDate(now, Instant.parse("2026-11-22T12:00:02Z"), now));
    situation.dates.put(
        Situation.B, new ServerDate(now, Instant.parse("2026-11-22T11:59:50Z"), now));

    assertThat(situation.look(new ClockChecks()))
        .containsExactly(
            "WARNING clock this machine's clock was set 1.5 s back meanwhile; durations do not"
                + " suffer, but times of day do: let it settle",
            "INFO clock :11434 its clock agrees with this machine's within 2 s",
            "WARNING clock :11435 its clock is at least 9.5 s behind this machine's: records of"
                + " the two cannot be joined by time; set both by the same time server");
  }

  @Test
  void serversWithoutModelsAreToldAsSuch() {
    situation.backend =
        new BackendDescription("openai", Optional.empty(), BackendDescription.AS_SERVED);

    assertThat(situation.look(new ServerChecks()))
        .containsExactly(
            "INFO asked openai: models, weights, contexts and memory are not known of such a"
                + " server");
    for (var family :
        List.<CheckFamily>of(
            new ModelChecks(), new WeightChecks(), new ContextChecks(), new OptionChecks())) {
      assertThat(situation.look(family)).isEmpty();
    }
  }
}
