package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.results.RunRecord.ServedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionMergeTest {
  private static final ServedModel SERVED =
      new ServedModel(Optional.of("sha256:abc"), Optional.of("Q4_K_M"));

  @TempDir private Path results;

  @Test
  void namesRunsThatAreMissingAndHowToMeasureThem() {
    var homo = measured("2/2", Map.of(), 1, 2);

    var report = SessionMerge.merge(List.of(homo), out());

    assertThat(report.isComplete()).isFalse();
    assertThat(report.runs()).isEqualTo(2);
    assertThat(report.gaps())
        .hasSize(4)
        .contains(
            "gemma3 · baseline-vs-chimera · run 1/3 is missing; its shard is not among these"
                + " sessions: -Dtr116.shard=1/2",
            "gemma3 · chimera-homo · run 3/3 is missing; go on with session night-shard-2-of-2:"
                + " -Dtr116.session=night -Dtr116.shard=2/2");
    assertThat(KeptJson.read(out().resolve("session.json")).text("status")).isEqualTo("partial");
    assertThat(KeptSession.read(out()).runs()).hasSize(2);
  }

  @Test
  void givesTheFiguresTheSessionHad() {
    var homo = measured("2/2", Map.of(), 1, 2, 3);

    SessionMerge.merge(List.of(homo), out());

    var there = KeptJson.read(out().resolve("summary.json")).objects("cells").getFirst();
    var here = KeptJson.read(out().resolve(Traces.CELL.directory()).resolve("summary.json"));
    assertThat(here.node()).isEqualTo(there.node());
    assertThat(there.wholeNumber("runs_measured", 0)).isEqualTo(3);
    var source = KeptJson.read(out().resolve("session.json")).objects("merged_from").getFirst();
    assertThat(source.text("session")).isEqualTo("night-shard-2-of-2");
    assertThat(source.text("shard")).isEqualTo("2/2");
    assertThat(out().resolve("merged_from/1-night-shard-2-of-2/session.json")).exists();
  }

  @Test
  void keepsWhatTheSessionsNotedDown() throws IOException {
    var homo = measured("2/2", Map.of(), 1, 2, 3);
    Files.writeString(homo.resolve("power_log.csv"), "timestamp\r\n");

    SessionMerge.merge(List.of(homo), out());

    assertThat(Manifest.read(out()).files())
        .extracting(Manifest.Entry::path)
        .contains(
            "merged_from/1-night-shard-2-of-2/power_log.csv",
            "merged_from/1-night-shard-2-of-2/own_time.jsonl");
    assertThat(Manifest.verify(out()).isIntact()).isTrue();
    var ownTime = KeptJson.read(out().resolve("session.json")).object("own_time_ms");
    assertThat(ownTime.figure("median")).hasValue(12.5);
    assertThat(ownTime.wholeNumber("n", 1)).isEqualTo(3);
  }

  @Test
  void tellsWhatCarriedTheCallsOfASessionFromBeforeItWasTold() throws IOException {
    var homo = measured("2/2", Map.of(), 1, 2, 3);
    SessionMerge.merge(List.of(homo), results.resolve("told"));
    var file = homo.resolve("session.json");
    Files.writeString(file, Files.readString(file).replace("\"transport\" : \"selector\",", ""));

    SessionMerge.merge(List.of(homo), out());

    assertThat(KeptSession.read(results.resolve("told")).transports()).isEqualTo("selector");
    assertThat(KeptSession.read(out()).transports()).isEqualTo("jdk");
  }

  @Test
  void joinsWhatWasJoined() {
    var homo = measured("2/2", Map.of(), 1, 2, 3);
    SessionMerge.merge(List.of(homo), out());

    SessionMerge.merge(List.of(out()), results.resolve("again"));

    assertThat(results.resolve("again/merged_from/1-joined/merged_from/1-night-shard-2-of-2"))
        .isDirectoryContaining("glob:**/own_time.jsonl");
    assertThat(
            KeptJson.read(results.resolve("again/session.json"))
                .object("own_time_ms")
                .wholeNumber("n", 1))
        .isEqualTo(3);
  }

  @Test
  void takesTheSameRunOnce() throws IOException {
    var homo = measured("2/2", Map.of(), 1, 2, 3);
    var copy = results.resolve("copy");
    Copies.copy(homo, copy);

    var report = SessionMerge.merge(List.of(homo, copy), out());

    assertThat(report.runs()).isEqualTo(3);
    assertThat(report.doubles()).hasSize(3).first().asString().contains("run 1 stands in");
  }

  @Test
  void refusesARunWithTwoOutcomes() {
    var one = measured("2/2", Map.of(), 1);
    var other = measured("2/2", Map.of("tr116.session", "morning"), 1);

    assertThatThrownBy(() -> SessionMerge.merge(List.of(one, other), out()))
        .isInstanceOf(MergeException.class)
        .hasMessageContaining("gemma3 · chimera-homo · run 1 was measured twice")
        .hasMessageContaining(one.toString())
        .hasMessageContaining(other.toString());
    assertNothingIsLeft();
  }

  @Test
  void refusesOtherPlansSettingsAndObjectives() {
    var one = measured("2/2", Map.of(), 1);
    var other =
        measured(
            "1/2", Map.of("tr116.runs", "4", "tr116.seed", "7", "tr116.slo.efficiency", "90/80"));

    assertThatThrownBy(() -> SessionMerge.merge(List.of(one, other), out()))
        .hasMessageContaining("they belong to two plans, shard 1/2 of 8 runs")
        .hasMessageContaining("tr116.seed: 7 in the first, 42 in the second")
        .hasMessageContaining("tr116.slo.efficiency: 90/80 in the first, not told in the second");
    assertNothingIsLeft();
  }

  @Test
  void refusesACellOfTwoModelFiles() throws IOException {
    var one = measured("2/2", Map.of(), 1, 2);
    var file = one.resolve(Traces.id(2).directory()).resolve("metrics.json");
    Files.writeString(file, Files.readString(file).replace("sha256:abc", "sha256:def"));

    assertThatThrownBy(() -> SessionMerge.merge(List.of(one), out()))
        .hasMessageContaining("was measured under two conditions: model_digest: sha256:abc in");
  }

  @Test
  void refusesASessionThatIsBeingMeasured() {
    var one = measured("2/2", Map.of(), 1);
    var settings = settings("2/2", Map.of());

    try (var place = SessionPlace.open(settings, Matrix.of(settings))) {
      assertThat(place.isResumed()).isTrue();
      assertThatThrownBy(() -> SessionMerge.merge(List.of(one), out()))
          .hasMessageContaining("is in use by session night-shard-2-of-2, process");
    }
  }

  @Test
  void refusesWhatIsNoSessionAndWhatStandsInTheWay() throws IOException {
    var one = measured("2/2", Map.of(), 1);

    assertThatThrownBy(() -> SessionMerge.merge(List.of(results), out()))
        .hasMessageContaining(results + " holds no session");
    assertThatThrownBy(() -> SessionMerge.merge(List.of(one, one), out()))
        .hasMessageContaining("is named twice");
    Files.createDirectory(out());
    assertThatThrownBy(() -> SessionMerge.merge(List.of(one), out()))
        .hasMessageContaining("exists; name a folder that does not");
  }

  @Test
  void refusesABrokenRecord() throws IOException {
    var one = measured("2/2", Map.of(), 1);
    Files.writeString(one.resolve(Traces.id(1).directory()).resolve("metrics.json"), "{");

    assertThatThrownBy(() -> SessionMerge.merge(List.of(one), out()))
        .hasMessageContaining("metrics.json: is no JSON")
        .hasMessageContaining("go on with session night-shard-2-of-2 to measure it again");
  }

  private void assertNothingIsLeft() {
    assertThat(results)
        .isDirectoryNotContaining("glob:**/joined")
        .isDirectoryNotContaining("glob:**.merging-*");
  }

  private Path out() {
    return results.resolve("joined");
  }

  private Settings settings(String shard, Map<String, String> more) {
    var given = new HashMap<String, String>();
    given.put("tr116.results", results.toString());
    given.put("tr116.session", "night");
    given.put("tr116.runs", "3");
    given.put("tr116.shard", shard);
    given.putAll(more);
    return Settings.of(given);
  }

  /** The folder of a shard with those runs of the second scenario. */
  private Path measured(String shard, Map<String, String> more, int... runs) {
    var settings = settings(shard, more);
    var matrix = Matrix.of(settings);
    try (var place = SessionPlace.open(settings, matrix)) {
      var session =
          new Session(
              place.name(),
              place.directory(),
              settings,
              matrix,
              place.startedAt(),
              Traces.OLLAMA,
              Records.MACHINE);
      var store = place.store(session, run -> SERVED);
      for (var run : runs) {
        // Two sessions never measure the same.
        store.keep(Records.of(Traces.run(run).beside(1000 + more.size(), 1200)));
        store.keepOwnTime(Traces.id(run), 12.5);
      }
      store.finish(false);
      return place.directory();
    }
  }
}
