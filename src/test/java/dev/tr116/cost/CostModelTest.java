package dev.tr116.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {
  private final CostModel tr116 = CostModel.of(CostInputs.ofTr116());

  @ParameterizedTest
  @CsvSource({
    "gemma-rust, 4, 200, 0, 33000, 2400, 5000, 58000, 0.20",
    "gemma-python, 8, 400, 100, 22000, 4800, 9000, 67000, 0.40",
    "llama-rust, 4, 200, 0, 34000, 2400, 5200, 60000, 0.20",
    "llama-python, 7, 350, 75, 22000, 4200, 8000, 62000, 0.35",
    "qwen-rust, 5, 250, 25, 38000, 3000, 6200, 69000, 0.25",
    "qwen-python, 9, 450, 125, 24000, 5400, 10300, 75500, 0.45"
  })
  void givesTheCostsOfEachStackOfTr116(
      String id,
      int instances,
      double monthly,
      double premium,
      double development,
      double infrastructure,
      double yearly,
      double total,
      double per1000) {
    var cost = tr116.stack(id).orElseThrow();

    assertThat(cost.instances()).isEqualTo(instances);
    assertThat(cost.monthly()).isEqualTo(monthly);
    assertThat(CostFormulas.premiumPercent(cost.monthly(), tr116.base().orElseThrow().monthly()))
        .isEqualTo(premium);
    assertThat(cost.development()).isEqualTo(development);
    assertThat(cost.infrastructure()).isEqualTo(infrastructure);
    assertThat(cost.yearly()).isEqualTo(yearly);
    assertThat(tr116.total(cost)).isEqualTo(total);
    assertThat(cost.per1000()).isEqualTo(per1000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 11000, 4000, 33, 9000",
    "1, 12000, 2800, 51.43, 2000",
    "2, 14000, 4100, 40.98, 6500"
  })
  void tellsWhenEachPairOfTr116BreaksEven(
      int pair, double development, double savings, double months, double afterFiveYears) {
    var each = tr116.breakEvens().get(pair);

    assertThat(each.moreDevelopment()).isEqualTo(development);
    assertThat(each.yearlySavings()).isEqualTo(savings);
    assertThat(each.months().orElseThrow()).isEqualTo(months, within(0.005));
    assertThat(each.savings()).isEqualTo(afterFiveYears);
  }

  @Test
  void findsTheCheapestStackForEveryHorizon() {
    assertThat(tr116.stretches())
        .extracting(each -> each.cheapest().stack().name(), Stretch::fromMonth, Stretch::untilMonth)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Llama + Python", 0.0, OptionalDouble.of(44)),
            org.assertj.core.groups.Tuple.tuple("Gemma + Rust", 44.0, OptionalDouble.empty()));
    assertThat(tr116.best().orElseThrow().stack().id()).isEqualTo("gemma-rust");
  }

  @ParameterizedTest
  @CsvSource({
    "gemma-fee, 108000, llama-rust, 60000",
    "qwen-free, 83000, llama-rust, 60000",
    "infrastructure-half, 52000, llama-python, 51500",
    "development-double, 91000, llama-python, 84000"
  })
  void tellsWhatAChangeOfTheInputsDoes(String change, double before, String best, double total) {
    var whatIf =
        tr116.inputs().whatIfs().stream().filter(each -> each.id().equals(change)).findFirst();

    var then = tr116.after(whatIf.orElseThrow());

    assertThat(then.total(then.stack("gemma-rust").orElseThrow())).isEqualTo(before);
    assertThat(then.best().orElseThrow().stack().id()).isEqualTo(best);
    assertThat(then.total(then.best().orElseThrow())).isEqualTo(total);
  }

  @Test
  void takesInstancesFromMeasuredTimesWhereTheyAreNotGiven() {
    var inputs = CostInputsReader.read("mine", CostInputs.template());
    var cell = Verdicts.cell(Traces.run(1), Traces.run(2).wall(1810));

    var model = CostModel.of(inputs, List.of(cell), Traces.STAND_IN);

    // 100 000 runs of 1.51 s in a month of 2 628 000 s, half of it at work: 0.11 instances.
    assertThat(model.stack("gemma-structured").orElseThrow().instances()).isEqualTo(1);
    assertThat(CostFormulas.instances(200_000_000, 2, 1.51, 0.5)).isEqualTo(115);
    assertThat(model.missing()).isEmpty();
    assertThat(CostMarkdown.of(model, 2))
        .contains(
            "the times that some instances follow from, on embedded llama.cpp b4916, stand-in"
                + " weights, which says nothing about the models named.")
        .contains("| Gemma + structured | 1 (from measured times) |");
  }

  @Test
  void namesAStackWhoseRunsWereNotMeasured() {
    var inputs = CostInputsReader.read("mine", CostInputs.template());

    var model = CostModel.of(inputs);

    assertThat(model.stacks())
        .extracting(cost -> cost.stack().id())
        .containsExactly("gemma-python");
    assertThat(model.missing())
        .containsExactly(
            "Gemma + structured: its instances follow from measured times, and no run of gemma3"
                + " under structured in chimera-homo was measured");
    assertThat(model.breakEvens()).isEmpty();
    assertThat(CostMarkdown.of(model, 2)).contains("No costs: Gemma + structured");
  }

  @Test
  void neverBreaksEvenWhereNothingIsSaved() {
    assertThat(CostFormulas.breakEvenMonths(1000, 0)).isEmpty();
    assertThat(CostFormulas.breakEvenMonths(1000, -5)).isEmpty();
    assertThat(CostFormulas.breakEvenMonths(0, 0)).hasValue(0);
    assertThat(CostFormulas.breakEvenMonths(-1000, 5)).hasValue(0);
    assertThat(CostFormulas.breakEvenMonths(-1000, -5)).isEmpty();
  }

  @Test
  void showsEveryTableOfTheModel() {
    assertThat(CostMarkdown.of(tr116, 3))
        .contains(
            "Nothing here was measured.",
            "| Qwen + Python | 9 | $450 | +125.0 % | $0.45 | $24,000 | $10,300 | $75,500 | +30.2 % |",
            "| Llama + Rust | Llama + Python | $12,000 | $2,800 | 51.4 | $2,000 |",
            "| 0 to 44 | Llama + Python | $51,333 |",
            "| 44 and more | Gemma + Rust | - |",
            "| Infrastructure is 50 % cheaper | $52,000 | Llama + Python | $51,500 |");
  }
}
