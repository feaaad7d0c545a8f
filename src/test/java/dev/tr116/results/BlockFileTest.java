package dev.tr116.results;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.Traces;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kept run means is what the live one meant, to the last field and digit. */
class BlockFileTest {
  @TempDir private Path folder;

  static Stream<DualRun> runs() {
    return Stream.of(
        Traces.run(1).build(),
        Traces.run(2).beside(1000.123457, 1234.567891).alone(811.111111, 911.7).build(),
        Traces.run(3).on(Traces.STAND_IN).reusedSolo(1, 800, 900).build(),
        Traces.run(4).solo().build(),
        Traces.run(5).failed(500, "broken \"in\" two\nlines").build(),
        Traces.run(6).build(RunStatus.INTERRUPTED),
        Traces.run(7)
            .agents(
                Traces.agent(
                    COLLECTOR,
                    2400,
                    Traces.call().thinking(90, 95).cachedTokens(3),
                    Traces.call().server(900, 300, 50, 500).answer("zwei — 二 \uD83D\uDE00")),
                Traces.agent(
                    INSIGHT, 7, Traces.call().neverSent().failed(FailureKind.CONNECT, "nobody")))
            .build());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void givesBackEveryField(DualRun run) throws IOException {
    var written = new BlockFile(run, Records.of(run).metrics());

    Files.write(folder.resolve(BlockFile.NAME), written.compressed());

    assertThat(BlockFile.read(folder)).isEqualTo(written);
  }

  @Test
  void refusesWhatIsMissingOrBroken() throws IOException {
    var file = folder.resolve(BlockFile.NAME);
    assertThatThrownBy(() -> BlockFile.read(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(file + ": is missing");

    var whole = new BlockFile(Traces.run(1).build(), Records.of(Traces.run(1)).metrics());
    var bytes = whole.compressed();
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> BlockFile.read(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith(file + ": is broken: ");
  }

  @Test
  void readsTimesOfEarlierVersionsToo() throws IOException {
    var run = Traces.run(1).beside(1000.123457, 1234.567891).build();
    var json = RecordWriter.write(run);
    for (var call : json.findParents("chunks")) {
      var gaps = call.path("chunks").path("gaps");
      assertThat(gaps).isNotEmpty();
      var stamps = ((ObjectNode) call).putArray("chunks");
      var at = 0L;
      for (var gap : gaps) {
        at += gap.longValue();
        stamps.add(at);
      }
    }

    assertThat(RecordReader.read(json.traverse(), DualRun.class)).isEqualTo(run);
  }

  @Test
  void namesTheComponentThatAnOlderFileLacks() {
    var json = (ObjectNode) RecordWriter.write(Traces.run(1).build());
    json.remove("status");

    assertThatThrownBy(() -> RecordReader.read(json.traverse(), DualRun.class))
        .hasMessage("component DualRun.status is missing");
  }
}
