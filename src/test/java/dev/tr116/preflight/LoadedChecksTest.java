package dev.tr116.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.ResidentModel;
import dev.tr116.plan.AgentRole;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said of a model that was loaded in the warm-up. */
class LoadedChecksTest {
  @Test
  void aContextAsAskedIsVerified() {
    assertThat(look("num_ctx=512", loaded(100, 100, 512)))
        .containsExactly(
            "INFO context :11434 gemma3:latest of collector in chimera-homo has num_ctx=512 as"
                + " asked");
  }

  @Test
  void aMultipleOfItIsRoomForCallsInParallel() {
    assertThat(look("num_ctx=512", loaded(100, 100, 2048)))
        .containsExactly(
            "INFO context :11434 gemma3:latest of collector in chimera-homo has room for 2048"
                + " tokens, 4 x num_ctx=512: the server keeps it for calls in parallel");
  }

  @Test
  void anotherContextIsAWarning() {
    assertThat(look("num_ctx=512", loaded(100, 100, 4000)))
        .containsExactly(
            "WARNING context :11434 gemma3:latest of collector in chimera-homo was asked for"
                + " num_ctx=512 and has room for 4000 tokens: what is measured is not what was"
                + " asked for; see the server's log for why");
  }

  @Test
  void whatWasNotAskedOrIsNotToldIsNotVerified() {
    var silent =
        new ResidentModel(
            "gemma3:latest",
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(look("", loaded(100, 100, 4096)))
        .containsExactly(
            "INFO context :11434 gemma3:latest of collector in chimera-homo has room for 4096"
                + " tokens, by the server's choice");
    assertThat(look("num_ctx=512", silent))
        .containsExactly(
            "INFO context :11434 gemma3:latest of collector in chimera-homo: the server does not"
                + " tell whether it has num_ctx=512");
  }

  @Test
  void aModelPartlyOnTheCpuIsAWarningWithItsShare() {
    assertThat(look("num_ctx=512", loaded(1000, 620, 512)))
        .last()
        .isEqualTo(
            "WARNING memory :11434 38 % of gemma3:latest are in main memory: the CPU works, too;"
                + " free GPU memory, or ask for a smaller context, fewer layers or a smaller"
                + " model");
  }

  @Test
  void layersForTheGpuThatAreNotThereAreAWarning() {
    assertThat(look("num_ctx=512,num_gpu=80", loaded(1000, 0, 512)))
        .last()
        .isEqualTo(
            "WARNING memory :11434 gemma3:latest has nothing in GPU memory although num_gpu=80: it"
                + " runs on the CPU; see the server's log for the GPU it found");
    assertThat(look("num_ctx=512,num_gpu=0", loaded(1000, 0, 512))).hasSize(1);
  }

  @Test
  void standInsSayNothingOfGpuMemory() {
    var demand = Situation.demand(AgentRole.COLLECTOR, Situation.A, "num_ctx=512,num_gpu=80");

    assertThat(LoadedChecks.look(demand, List.of(loaded(1000, 0, 512)), false))
        .extracting(Finding::level)
        .containsExactly(Level.INFO);
  }

  @Test
  void aModelThatIsNotInMemoryIsAWarning() {
    assertThat(look("num_ctx=512", Situation.resident("mistral:latest", 1, 1, 512)))
        .containsExactly(
            "WARNING memory :11434 gemma3:latest is not in memory after the warm-up of gemma3 ·"
                + " chimera-homo, so each call may load it; see tr116.keep-alive");
  }

  private static ResidentModel loaded(long size, long inVram, long context) {
    return Situation.resident("gemma3:latest", size, inVram, context);
  }

  private static List<String> look(String options, ResidentModel model) {
    var demand = Situation.demand(AgentRole.COLLECTOR, Situation.A, options);
    return LoadedChecks.look(demand, List.of(model), true).stream().map(Situation::told).toList();
  }
}
