package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.junit.KilledSession.Moment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session that is killed five times; {@link KilledSessionSoak} does it more often. */
@Timeout(600)
class KilledSessionTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path folder;

  @Test
  void goesOnWithWhatIsMissingUntilItIsComplete() throws Exception {
    try (var trials = new KillTrials(folder, launch)) {
      var kills =
          trials.one(
              List.of(Moment.START, Moment.MIDDLE, Moment.START, Moment.MIDDLE, Moment.END), 116);

      assertThat(kills).as("of which the last may come too late").isBetween(4, 5);
    }
  }
}
