package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallbackChainTest {
  private static final Model BIG = Model.named("qwen2.5:14b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "off | num_gpu=80,num_ctx=512 | -",
        "auto | num_gpu=80,num_ctx=512 | num_gpu 80 -> 60; num_gpu 60 -> 45; num_gpu 45 -> 33",
        "auto | num_gpu=1 | num_gpu 1 -> 0",
        "auto | num_gpu=0 | -",
        "auto | num_gpu=-1 | -",
        "auto | num_ctx=2048 | num_ctx 2048 -> 1024; num_ctx 1024 -> 512",
        "auto | num_ctx=700 | num_ctx 700 -> 512",
        "auto | num_ctx=256 | -",
        "auto | temperature=1.0 | -",
        "num_gpu=60; num_gpu=40; num_ctx=512 | num_gpu=80,num_ctx=1024 | num_gpu 80 -> 60; num_gpu 60 -> 40; num_ctx 1024 -> 512",
        "num_gpu=90; num_gpu=80 | num_gpu=80 | -",
        "num_ctx=512 | num_gpu=80 | num_ctx server default -> 512",
        "auto; model=qwen2.5:7b | num_gpu=2 | num_gpu 2 -> 1; num_gpu 1 -> 0; model qwen2.5:14b -> qwen2.5:7b",
        "model=qwen2.5:14b | num_gpu=2 | -",
      })
  void asksForLessStepByStep(String fallback, String options, String steps) {
    var agents = agents(options, options);

    var attempts =
        FallbackChain.of(
            Fallback.parse(fallback, Model::named), new CellConfiguration(BIG, agents));

    assertThat(attempts.stream().map(FallbackChain.Attempt::step).toList())
        .isEqualTo(steps == null ? List.of() : List.of(steps.split("; ")));
  }

  @Test
  void agentWithServerDefaultsKeepsThemWhereAnotherSetsTheOption() {
    var asked = new CellConfiguration(BIG, agents("", "num_gpu=80,temperature=1.0"));

    var attempts = FallbackChain.of(Fallback.parse("auto; num_gpu=10", Model::named), asked);

    assertThat(attempts)
        .extracting(FallbackChain.Attempt::configuration)
        .containsExactly(
            new CellConfiguration(BIG, agents("", "num_gpu=60,temperature=1.0")),
            new CellConfiguration(BIG, agents("", "num_gpu=45,temperature=1.0")),
            new CellConfiguration(BIG, agents("", "num_gpu=33,temperature=1.0")),
            new CellConfiguration(BIG, agents("", "num_gpu=10,temperature=1.0")));
  }

  @Test
  void agentsWithUnlikeOptionsAreNamedWithBoth() {
    var asked = new CellConfiguration(BIG, agents("num_ctx=2048", "num_ctx=512"));

    assertThat(FallbackChain.of(Fallback.parse("auto", Model::named), asked).getFirst().step())
        .isEqualTo("num_ctx 2048/512 -> 1024/512");
  }

  @Test
  void anotherModelBeginsWithWhatWasAskedForAndStepsAfterItLowerThat() {
    var asked = new CellConfiguration(BIG, agents("num_gpu=80", "num_gpu=80"));
    var small = Model.named("qwen2.5:7b");

    var attempts =
        FallbackChain.of(
            Fallback.parse("num_gpu=40; model=qwen2.5:7b; num_gpu=60", Model::named), asked);

    assertThat(attempts)
        .extracting(FallbackChain.Attempt::configuration)
        .containsExactly(
            new CellConfiguration(BIG, agents("num_gpu=40", "num_gpu=40")),
            new CellConfiguration(small, agents("num_gpu=80", "num_gpu=80")),
            new CellConfiguration(small, agents("num_gpu=60", "num_gpu=60")));
  }

  private static List<AgentPlan> agents(String collector, String insight) {
    return List.of(
        new AgentPlan(AgentRole.COLLECTOR, GenerationOptions.parse(collector)),
        new AgentPlan(AgentRole.INSIGHT, GenerationOptions.parse(insight)));
  }

  @Test
  void namesOfModelsAreThoseOfTheBackend() {
    var given = Map.of("tr116.fallback", "model=some/Model", "tr116.backend", "openai");

    assertThat(Settings.of(given).fallback().models()).containsExactly(new Model("some/Model"));
  }
}
