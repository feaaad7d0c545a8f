package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.trace.RunStatus;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RunCostTest {
  private static final Offset<Double> EXACTLY = within(1e-6);
  private static final BigDecimal TWO_DOLLARS = BigDecimal.TWO;

  /** Two agents with one call each: 11 tokens at 10 a second. */
  private static DualRunMetrics run(Traces.CallBuilder collector, Traces.CallBuilder insight) {
    return DualRunMetrics.of(
        Traces.run(1)
            .agents(Traces.agent(COLLECTOR, 1100, collector), Traces.agent(INSIGHT, 1100, insight))
            .wall(3600)
            .build());
  }

  private static DualRunMetrics whole() {
    return run(Traces.call(), Traces.call());
  }

  private static DualRunMetrics failed() {
    return DualRunMetrics.of(Traces.run(1).failed(500, "broken").build(RunStatus.FAILED));
  }

  @Test
  void aThousandRunsCostAThousandTimesTheHoursOfOne() {
    assertThat(RunCost.per1000(whole(), TWO_DOLLARS).orElseThrow())
        .as("1000 x 0.001 h x 2 USD/h")
        .isEqualTo(2, EXACTLY);
    assertThat(RunCost.per1000(failed(), TWO_DOLLARS)).isEmpty();
  }

  @Test
  void aDollarBuysTheTokensOfAllAgents() {
    assertThat(RunCost.tokensPerDollar(whole(), TWO_DOLLARS).orElseThrow())
        .as("22 tokens for 0.001 h x 2 USD/h")
        .isEqualTo(11_000, EXACTLY);
    assertThat(
            RunCost.tokensPerDollar(run(Traces.call().tokens(100), Traces.call()), TWO_DOLLARS)
                .orElseThrow())
        .isEqualTo(55_500, EXACTLY);
  }

  @Test
  void aMissingCountOrPriceBuysNothingThatCouldBeToldOf() {
    var uncounted = run(Traces.call(), Traces.call().noTokenCount());

    assertThat(RunCost.tokensPerDollar(uncounted, TWO_DOLLARS)).isEmpty();
    assertThat(RunCost.tokensPerDollar(whole(), BigDecimal.ZERO)).isEmpty();
    assertThat(RunCost.tokensPerDollar(failed(), TWO_DOLLARS)).isEmpty();
  }

  @Test
  void aDollarBuysMoreWhileAllAgentsDecode() {
    assertThat(RunCost.tokensPerDollarDecoding(whole(), TWO_DOLLARS).orElseThrow())
        .as("2 x 10 tokens a second for 2 USD/h")
        .isEqualTo(36_000, EXACTLY);
    assertThat(RunCost.tokensPerDollar(20, 2)).isEqualTo(36_000, EXACTLY);
  }

  @Test
  void aMissingRateOrPriceHasNoMost() {
    var withoutRate = run(Traces.call(), Traces.call().content(100).noTokenCount());

    assertThat(RunCost.tokensPerDollarDecoding(withoutRate, TWO_DOLLARS)).isEmpty();
    assertThat(RunCost.tokensPerDollarDecoding(whole(), BigDecimal.ZERO)).isEmpty();
    assertThat(RunCost.tokensPerDollarDecoding(whole(), BigDecimal.ONE.negate())).isEmpty();
  }
}
