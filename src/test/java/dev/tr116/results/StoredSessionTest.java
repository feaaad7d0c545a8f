package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.PlannedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSessionTest {
  @TempDir private Path results;

  @Test
  void givesEveryCellTheFiguresTheSessionGaveIt() {
    var folder =
        MadeSession.write(
            results,
            "night",
            "tr116.models",
            "gemma3,qwen2.5",
            "tr116.suites",
            "multi,single",
            "tr116.runs",
            "3");

    var stored = StoredSession.read(folder);

    assertThat(stored.status()).isEqualTo("complete");
    assertThat(stored.cells())
        .extracting(cell -> cell.runs().size())
        .hasSize(2 * 2 + 2 * 4)
        .containsOnly(3);
    assertThat(stored.missing()).isEmpty();
    assertThat(stored.unreadable()).isEmpty();
    assertThat(SummaryJson.of(stored.session(), stored.verdicts()).get("cells"))
        .isEqualTo(KeptJson.read(folder.resolve("summary.json")).node().get("cells"));
  }

  @Test
  void tellsWhichRunsAreMissingAndWhichCannotBeRead() throws IOException {
    var folder = MadeSession.write(results, "night", Traces.OLLAMA, 5, "tr116.runs", "3");
    var torn = StoredSession.read(folder).cells().getFirst().runs().getFirst().stored().record();
    Files.writeString(torn, "{");

    var stored = StoredSession.read(folder);

    assertThat(stored.status()).isEqualTo("partial");
    assertThat(stored.cells()).extracting(cell -> cell.runs().size()).containsExactly(2, 2);
    assertThat(stored.missing())
        .extracting(PlannedRun::displayName)
        .containsExactly(
            "gemma3 · baseline-vs-chimera · run 1/3", "gemma3 · chimera-homo · run 3/3");
    assertThat(stored.unreadable()).singleElement().asString().contains(torn.toString());
  }

  @Test
  void tellsHowFarItIs() {
    var folder = MadeSession.write(results, "night", "tr116.runs", "3");
    var told = new ConcurrentSkipListSet<Integer>();

    StoredSession.read(
        folder,
        (done, of) -> {
          assertThat(of).isEqualTo(6);
          told.add(done);
        });

    assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void refusesAPlanThatItsSettingsDoNotSpan() throws IOException {
    var folder = MadeSession.write(results, "night", "tr116.runs", "3");
    var file = folder.resolve("session.json");
    Files.writeString(file, Files.readString(file).replace("run_3", "run_4"));

    assertThatThrownBy(() -> StoredSession.read(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("another plan");
  }

  @Test
  void refusesAFolderWithoutASession() {
    assertThatThrownBy(() -> StoredSession.read(results))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("session.json");
  }
}
