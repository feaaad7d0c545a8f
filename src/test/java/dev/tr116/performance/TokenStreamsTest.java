package dev.tr116.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every client reads what the token server sends, so their figures compare. */
class TokenStreamsTest {
  private static final double MOST_ERROR_US = 10_000_000;
  private static Optional<CPrograms> programs = Optional.empty();

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    programs = CPrograms.build();
  }

  @ParameterizedTest
  @EnumSource(Client.class)
  void readsEveryToken(Client client) throws IOException, InterruptedException {
    assumeThat(programs).as("a C compiler").isPresent();
    assumeThat(client.isHere()).as(client.title()).isTrue();
    var load = new Load(3, 20, 2_000, 5_000, 100, false);

    try (var server = TokenServer.start(programs.get(), load)) {
      var figures = client.read(programs.get(), server, load);

      assertThat(figures.streams()).isEqualTo(3);
      assertThat(figures.tokens()).isEqualTo(60);
      assertThat(figures.lost()).isZero();
      assertThat(figures.wallS()).isGreaterThan(0.04);
      assertThat(figures.errorP50()).isBetween(0.0, MOST_ERROR_US);
      assertThat(figures.errorP99()).isBetween(figures.errorP50(), MOST_ERROR_US);
      assertThat(figures.biasP50()).isBetween(0.0, MOST_ERROR_US);
      assertThat(figures.rssMb()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "PRODUCT"})
  void readsAsFastAsTheServerSendsAndLosesNothing(Client client)
      throws IOException, InterruptedException {
    assumeThat(programs).as("a C compiler").isPresent();
    var load = new Load(2, 20_000, 0, 0, 0, false);

    try (var server = TokenServer.start(programs.get(), load)) {
      assertThat(client.read(programs.get(), server, load))
          .returns(40_000L, StreamFigures::tokens)
          .returns(0L, StreamFigures::lost)
          .matches(figures -> figures.cpuPerToken() > 0, "takes CPU time");
    }
  }
}
