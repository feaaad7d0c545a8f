package dev.tr116.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.ResidentModel;
import dev.tr116.plan.AgentRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Why a model was loaded while it was measured. */
class ReloadTest {
  private static final Instant BEFORE = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-22T12:01:00Z");
  private static final String LATER = "2026-11-22T12:20:00Z";
  private static final Demand COLLECTOR =
      Situation.demand(AgentRole.COLLECTOR, Situation.A, "num_ctx=2048,num_gpu=80");
  private static final Demand INSIGHT =
      Situation.demand(AgentRole.INSIGHT, Situation.A, "num_ctx=512,num_gpu=80");

  @Test
  void otherOptionsOfAnAgentOnTheSameServerAreTheCause() {
    var loaded = sight(BEFORE, gemma("a2af", 512, LATER));

    var reload = new Reload(COLLECTOR, List.of(INSIGHT), List.of(), none(), loaded, loaded);

    assertThat(reload.cause()).isEqualTo("num_ctx 512 -> 2048 (insight before, collector now)");
    assertThat(reload.isSeen()).isFalse();
  }

  @Test
  void otherOptionsOfTheRunBeforeAreTheCause() {
    var reload =
        alone(
            List.of(INSIGHT),
            sight(BEFORE, gemma("a2af", 512, LATER)),
            sight(AFTER, gemma("a2af", 2048, LATER)));

    assertThat(reload.cause())
        .isEqualTo(
            "num_ctx 512 -> 2048 (insight of gemma3 · chimera-homo before, collector of gemma3 ·"
                + " chimera-homo now)");
  }

  @Test
  void otherWeightsAreTheCause() {
    var reload =
        alone(
            List.of(),
            sight(BEFORE, gemma("a2af", 2048, LATER)),
            sight(AFTER, gemma("b3c0", 2048, LATER)));

    assertThat(reload.cause()).isEqualTo("other weights came under its name: digest a2af -> b3c0");
    assertThat(reload.isSeen()).isTrue();
  }

  @Test
  void anotherModelBeforeTheRunIsTheCause() {
    var reload =
        alone(
            List.of(),
            sight(BEFORE, Situation.resident("mistral:latest", 1, 1, 512)),
            sight(AFTER, gemma("a2af", 2048, LATER)));

    assertThat(reload.cause())
        .isEqualTo("another model was in memory before the run: mistral:latest");
  }

  @Test
  void aModelThatLeftMemoryBeforeTheRunIsTheCause() {
    var gone = sight(BEFORE);
    var after = sight(AFTER, gemma("a2af", 2048, LATER));

    assertThat(
            new Reload(
                    COLLECTOR,
                    List.of(),
                    List.of(),
                    Optional.of(sight(BEFORE, gemma("a2af", 2048, "2026-11-22T11:59:00Z"))),
                    gone,
                    after)
                .cause())
        .isEqualTo("keep_alive ran out at 2026-11-22T11:59:00Z, before the run");
    assertThat(
            new Reload(
                    COLLECTOR,
                    List.of(),
                    List.of(),
                    Optional.of(sight(BEFORE, gemma("a2af", 2048, LATER))),
                    gone,
                    after)
                .cause())
        .startsWith("the server had put it out of memory before the run");
    assertThat(alone(List.of(), gone, after).cause())
        .isEqualTo("it was not in memory before the run; see tr116.warmup and tr116.keep-alive");
  }

  @Test
  void anotherModelThatCameMeanwhileIsTheCause() {
    var reload =
        alone(
            List.of(),
            sight(BEFORE, gemma("a2af", 2048, LATER)),
            sight(
                AFTER,
                gemma("a2af", 2048, LATER),
                Situation.resident("mistral:latest", 1, 1, 512)));

    assertThat(reload.cause()).isEqualTo("another model was loaded in between: mistral:latest");
  }

  @Test
  void anotherContextWithoutAnAgentThatAskedIsAnotherClients() {
    var reload =
        alone(
            List.of(COLLECTOR),
            sight(BEFORE, gemma("a2af", 2048, LATER)),
            sight(AFTER, gemma("a2af", 4096, LATER)));

    assertThat(reload.cause())
        .startsWith("its context changed from 2048 to 4096 tokens, which no agent of this run");
    assertThat(reload.isSeen()).isTrue();
  }

  @Test
  void aKeepAliveThatRanOutMeanwhileIsTheCause() {
    var reload =
        alone(
            List.of(),
            sight(BEFORE, gemma("a2af", 2048, "2026-11-22T12:00:30Z")),
            sight(AFTER, gemma("a2af", 2048, LATER)));

    assertThat(reload.cause())
        .isEqualTo("keep_alive ran out at 2026-11-22T12:00:30Z, during the run");
  }

  @Test
  void aCauseThatCannotBeSeenIsUnknown() {
    var loaded = sight(BEFORE, gemma("a2af", 2048, LATER));
    var silent = new Sight(BEFORE, Optional.empty(), Optional.of("busy"));

    assertThat(alone(List.of(), loaded, loaded).cause())
        .startsWith("unknown cause: the server had it in memory before and after");
    assertThat(alone(List.of(), silent, loaded).cause())
        .isEqualTo("unknown cause: the server does not tell what it has in memory (busy)");
  }

  private static Reload alone(List<Demand> previous, Sight before, Sight after) {
    return new Reload(COLLECTOR, List.of(), previous, none(), before, after);
  }

  private static Optional<Sight> none() {
    return Optional.empty();
  }

  private static Sight sight(Instant at, ResidentModel... models) {
    return new Sight(at, Optional.of(List.of(models)), Optional.empty());
  }

  private static ResidentModel gemma(String digest, long context, String expiry) {
    return new ResidentModel(
        "gemma3:latest",
        Optional.of(digest),
        OptionalLong.of(1),
        OptionalLong.of(1),
        OptionalLong.of(context),
        Optional.empty(),
        Optional.of(Instant.parse(expiry)));
  }
}
