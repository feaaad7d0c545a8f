package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.junit.KilledSession.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn test -Psoak -Dtest=KilledSessionSoak}: kills sessions {@code -Dsoak.kills=50} times,
 * at moments that follow from {@code -Dsoak.seed}.
 */
class KilledSessionSoak {
  /** Kills of one session, at most. */
  private static final int EACH = 5;

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path folder;

  @Test
  void everyFinishedRunOutlivesEveryKill() throws Exception {
    var wanted = Integer.getInteger("soak.kills", 50);
    var seed = Long.getLong("soak.seed", System.nanoTime());
    try (var trials = new KillTrials(folder, launch)) {
      var kills = 0;
      for (var session = 0; kills < wanted; session++) {
        kills += trials.one(moments(new Random(seed + session)), seed + session);
      }

      System.err.println(kills + " kills, every session whole after each and complete at last:");
      trials.told().forEach(System.err::println);
      assertThat(kills).isGreaterThanOrEqualTo(wanted);
    }
  }

  /** Every part of a session's life, the end last: one that has ended is not killed any more. */
  private static List<Moment> moments(Random random) {
    var moments = new ArrayList<Moment>();
    for (var i = 1; i < EACH; i++) {
      moments.add(random.nextBoolean() ? Moment.START : Moment.MIDDLE);
    }
    moments.add(Moment.END);
    return moments;
  }
}
