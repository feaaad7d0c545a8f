package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

/** One at a time, for one agent: a machine of the usual size has memory for that. */
class LargeFaultsTest extends PlayedFaults {

  private static final long MB = 1024L * 1024;

  private final long before = used();

  @Override
  List<Fault> faults() {
    return Faults.large();
  }

  @Override
  Set<Side> sides() {
    return Set.of(Side.COLLECTOR);
  }

  @Override
  int atOnce() {
    return 1;
  }

  @Override
  Duration margin() {
    return Duration.ofSeconds(60);
  }

  @Override
  LlmClient client() {
    return new OllamaClient(OllamaAccess.OPEN, transport());
  }

  /** The runs themselves are forgotten by then; what stays would be a client's or a thread's. */
  @AfterAll
  void leaveNoMemoryTaken() throws InterruptedException {
    forget();
    var patience = System.nanoTime() + MARGIN.toNanos();
    while (used() > before + 48 * MB && System.nanoTime() < patience) {
      Thread.sleep(100);
    }

    assertThat(used()).isLessThan(before + 48 * MB);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
