package dev.tr116.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.RunCost;
import dev.tr116.plan.AgentRole;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredCostTest {
  private static final BigDecimal PRICE = new BigDecimal("1.2");

  @Test
  void countsTheTokensOfAllAgentsOverTheWholeTimeThatIsPaid() {
    var cell = Verdicts.cell(Traces.run(1).wall(1800), Traces.run(2).wall(1800));

    var cost = MeasuredCost.of(cell, PRICE);

    // 1.8 s at $1.20 an hour are $0.0006, for 2 x 11 tokens.
    assertThat(cost.per1000().orElseThrow().sample().mean()).isEqualTo(0.6, within(1e-9));
    assertThat(cost.tokensPerDollar().orElseThrow().sample().mean())
        .isEqualTo(22 / 0.0006, within(1e-6));
    assertThat(cost.tokensPerDollar().orElseThrow().interval()).isEmpty();
  }

  @Test
  void theRateWhileDecodingIsTheSumOfTheAgents() {
    var cell = Verdicts.cell(Traces.run(1).beside(1100, 2100));

    var cost = MeasuredCost.of(cell, PRICE);

    // 10 gaps between tokens in 1 s and in 2 s: 15 tokens a second.
    assertThat(cost.tokensPerDollarDecoding().orElseThrow().sample().mean())
        .isEqualTo(RunCost.tokensPerDollar(15, 1.2), within(1e-6))
        .isEqualTo(45_000, within(1e-6));
  }

  @Test
  void isAbsentWhereTheServerTellsNoCount() {
    var silent = Traces.call(1000).noTokenCount();
    var cell =
        Verdicts.cell(
            Traces.run(1)
                .agents(
                    Traces.agent(AgentRole.COLLECTOR, 1000, silent),
                    Traces.agent(AgentRole.INSIGHT, 1000)));

    assertThat(MeasuredCost.of(cell, PRICE).tokensPerDollar()).isEmpty();
    assertThat(MeasuredCost.markdown(List.of(cell), PRICE, Traces.STAND_IN, 2))
        .contains("At $1.20 an hour", "stand-in weights. That says nothing about the models named")
        .contains("| gemma3 · chimera-homo | 1 | 0.4033 | - | - |");
  }
}
