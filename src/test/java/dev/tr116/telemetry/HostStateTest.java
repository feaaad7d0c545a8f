package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostStateTest {
  @TempDir private Path folder;

  @Test
  void theDiskOfAFolderThatIsStillToBeMadeIsThatOfTheOneAboveIt() {
    var state = HostState.read(folder.resolve("results").resolve("session"));

    assertThat(state.freeDisk()).isPositive().isLessThanOrEqualTo(folder.toFile().getTotalSpace());
    assertThat(state.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(state.load().orElse(0)).isNotNegative();
  }
}
