package dev.tr116.results;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Traces.CallBuilder;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs made at random, with every text that a JVM can hold, come back as they were. */
class RandomBlocksTest {
  private static final long SEED = 116;
  private static final int BLOCKS = 300;

  @TempDir private Path folder;

  @Test
  void everyBlockComesBackAsItWas() throws IOException {
    for (var i = 0; i < BLOCKS; i++) {
      var run = run(new SplittableRandom(SEED + i));
      var written = new BlockFile(run, Records.of(run).metrics());

      Files.write(folder.resolve(BlockFile.NAME), written.compressed());

      assertThat(BlockFile.read(folder)).as("seed %d", SEED + i).isEqualTo(written);
    }
  }

  private static DualRun run(SplittableRandom random) {
    var builder =
        Traces.run(1 + random.nextInt(10_000))
            .agents(agent(COLLECTOR, random), agent(INSIGHT, random));
    return random.nextBoolean()
        ? builder.solo().build()
        : builder.solo(agent(COLLECTOR, random), agent(INSIGHT, random)).build();
  }

  private static AgentRun agent(AgentRole role, SplittableRandom random) {
    var calls = Stream.generate(() -> call(random)).limit(1 + random.nextInt(3));
    return Traces.agent(role, 1 + random.nextDouble() * 1e4, calls.toArray(CallBuilder[]::new));
  }

  private static CallBuilder call(SplittableRandom random) {
    var call = Traces.call().answer(text(random)).tokens(random.nextInt(100_000));
    if (random.nextBoolean()) {
      call.content(random.doubles(random.nextInt(50), 100, 900).sorted().toArray());
    }
    return switch (random.nextInt(5)) {
      case 0 -> call.silentServer();
      case 1 -> call.server(random.nextDouble() * 1e6, 0, random.nextDouble(), 1e-6);
      case 2 -> call.noTokenCount();
      case 3 -> call.failed(kind(random), text(random));
      default -> call;
    };
  }

  private static FailureKind kind(SplittableRandom random) {
    var kinds = FailureKind.values();
    return kinds[random.nextInt(kinds.length)];
  }

  /** Halves of surrogate pairs and control characters included: a server may send them escaped. */
  private static String text(SplittableRandom random) {
    var chars = new char[random.nextInt(40)];
    for (var i = 0; i < chars.length; i++) {
      chars[i] = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536));
    }
    return new String(chars);
  }
}
