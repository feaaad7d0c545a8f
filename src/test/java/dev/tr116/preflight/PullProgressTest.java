package dev.tr116.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.PullStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PullProgressTest {
  private final List<String> lines = new ArrayList<>();
  private long now = Duration.ofDays(-3).toNanos();
  private final PullProgress progress =
      new PullProgress(Situation.A, Situation.GEMMA, lines::add, () -> now);

  @Test
  void tellsEachStepOnceAndALongOneEveryFewSeconds() {
    progress.accept(new PullStep("pulling manifest", OptionalLong.empty(), OptionalLong.empty()));
    for (var second = 0; second <= 10; second++) {
      progress.accept(
          new PullStep(
              "pulling 6a07",
              OptionalLong.of(second * 400_000_000L),
              OptionalLong.of(4_000_000_000L)));
      now += Duration.ofSeconds(1).toNanos();
    }

    assertThat(lines)
        .containsExactly(
            "pull of gemma3:latest at http://127.0.0.1:11434: pulling manifest",
            "pull of gemma3:latest at http://127.0.0.1:11434: pulling 6a07, 0 % of 4.0 GB",
            "pull of gemma3:latest at http://127.0.0.1:11434: pulling 6a07, 50 % of 4.0 GB",
            "pull of gemma3:latest at http://127.0.0.1:11434: pulling 6a07, 100 % of 4.0 GB");
  }
}
