package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.SettingsException;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was begun by an earlier process. */
class SessionPlaceTest {
  private static final ServedModel SERVED =
      new ServedModel(Optional.of("sha256:abc"), Optional.of("Q4_K_M"));

  @TempDir private Path results;

  private Session session;

  @BeforeEach
  void name() {
    session = session();
  }

  @Test
  void keepsWholeRunsWithWhatTheyMean() {
    var live = begin(Traces.run(1), Traces.run(2));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);

      assertThat(place.isResumed()).isTrue();
      assertThat(place.startedAt())
          .isEqualTo(KeptSession.withoutRuns(place.directory()).startedAt());
      assertThat(store.measuredAgain()).isEmpty();
      assertThat(store.kept()).hasSize(2);
      assertThat(store.metricsOf(Traces.CELL)).isEqualTo(live.metricsOf(Traces.CELL));
      assertThat(store.runs()).isEqualTo(live.runs());
      assertThat(store.kept(Traces.id(1)).orElseThrow().run()).isEqualTo(Traces.run(1).build());
      assertThat(store.kept(Traces.id(3))).isEmpty();
    }
    var json = KeptJson.read(session.directory().resolve("session.json"));
    assertThat(json.texts("resumed_at")).hasSize(1);
    assertThat(json.texts("order")).hasSize(5);
  }

  @Test
  void runsMeasuredLaterStandInTheOrderOfThePlan() {
    begin(Traces.run(1), Traces.run(3));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);
      store.keep(Records.of(Traces.run(2)));

      assertThat(store.runs())
          .extracting(run -> run.metrics().id().number())
          .containsExactly(1, 2, 3);
    }
  }

  @Test
  void failedAndInterruptedRunsAreMeasuredAgainAndSetAside() throws IOException {
    begin(Traces.run(1).failed(500, "broken"), Traces.run(2));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);

      assertThat(store.kept().stream().map(block -> block.run().id().number())).containsExactly(2);
      assertThat(store.measuredAgain()).singleElement().asString().endsWith("it was failed");
    }
    assertThat(folder(1).resolve("metrics.json")).doesNotExist();
    assertThat(Files.readString(folder(1).resolve("set_aside_1/metrics.json"))).contains("broken");
    var aside =
        KeptJson.read(session.directory().resolve("session.json"))
            .objects("measured_again")
            .getFirst();
    assertThat(session.directory().resolve(aside.text("kept_in")).resolve("metrics.json")).exists();
  }

  @Test
  void tornRecordsAreToldAndUnfinishedFilesRemoved() throws IOException {
    begin(Traces.run(1), Traces.run(2), Traces.run(3));
    Files.writeString(folder(1).resolve("metrics.json"), "{\"definitions\" : ");
    Files.delete(folder(2).resolve(BlockFile.NAME));
    Files.writeString(folder(3).resolve(".metrics.json.part"), "{");
    Files.writeString(session.directory().resolve(".session.json.part"), "{");

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);

      assertThat(store.kept().stream().map(block -> block.run().id().number())).containsExactly(3);
      assertThat(store.measuredAgain())
          .satisfiesExactly(
              first -> assertThat(first).contains("metrics.json: is no JSON"),
              second -> assertThat(second).contains("block.json.gz: is missing"));
    }
    assertThat(folder(3)).isDirectoryNotContaining("glob:**.part");
    assertThat(session.directory()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void runsWithoutTheFileThatTellsTheirPlanAreNotMeasuredOver() throws IOException {
    begin(Traces.run(1));
    var record = Files.readString(folder(1).resolve("metrics.json"));
    Files.delete(session.directory().resolve("session.json"));

    assertThatThrownBy(() -> SessionPlace.open(session.settings(), session.matrix()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("session.json: is missing, although runs are recorded there")
        .hasMessageContaining("choose another name");
    assertThat(folder(1).resolve("metrics.json")).hasContent(record);
  }

  @Test
  void whatAKilledProcessSetAsideIsToldByTheNext() throws IOException {
    begin(Traces.run(1).failed(500, "broken"), Traces.run(2));
    Files.createDirectory(folder(1).resolve("set_aside_1"));
    Files.move(folder(1).resolve("metrics.json"), folder(1).resolve("set_aside_1/metrics.json"));

    for (var process = 1; process <= 2; process++) {
      try (var place = SessionPlace.open(session.settings(), session.matrix())) {
        assertThat(place.store(session, run -> SERVED).kept()).hasSize(1);
      }
    }

    assertThat(folder(1).resolve("set_aside_1/" + BlockFile.NAME)).exists();
    assertThat(KeptJson.read(session.directory().resolve("session.json")).objects("measured_again"))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.text("run")).isEqualTo(Traces.id(1).key());
              assertThat(again.text("because")).endsWith("was killed");
              assertThat(again.text("kept_in")).endsWith("run_1/set_aside_1");
            });
  }

  @Test
  void recordIsNeverWrittenOverAnother() throws IOException {
    begin(Traces.run(1));
    var record = Files.readString(folder(1).resolve("metrics.json"));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);

      assertThatThrownBy(() -> store.keep(Records.of(Traces.run(1).beside(900, 1200))))
          .hasMessageEndingWith("run_1 holds another record, which stays as it is");
    }
    assertThat(folder(1).resolve("metrics.json")).hasContent(record);
  }

  @Test
  void sessionsOfOtherNamesBesideItStayApart() {
    var other =
        Records.session(results, "tr116.results", results.toString(), "tr116.session", "day");
    try (var night = SessionPlace.open(session.settings(), session.matrix());
        var day = SessionPlace.open(other.settings(), other.matrix())) {
      var here =
          new Session(
              day.name(),
              day.directory(),
              other.settings(),
              other.matrix(),
              day.startedAt(),
              other.backend(),
              other.environment());
      var one = night.store(session, run -> SERVED);
      var two = day.store(here, run -> SERVED);
      for (var number = 1; number <= 3; number++) {
        one.keep(Records.of(Traces.run(number)));
        two.keep(Records.of(Traces.run(number)));
      }
      two.finish(false);
      one.finish(false);
    }

    for (var name : List.of("night", "day")) {
      var manifest = Manifest.read(results.resolve(name));
      assertThat(manifest.session()).isEqualTo(name);
      assertThat(Manifest.verify(results.resolve(name)).isIntact()).isTrue();
      assertThat(KeptSession.withoutRuns(results.resolve(name)).name()).isEqualTo(name);
    }
    assertThat(KeptSession.namesIn(results)).containsExactly("day", "night");
  }

  @Test
  void processesOfOneSecondGetSessionsOfTheirOwn() throws Exception {
    var unnamed = Records.session(results, "tr116.results", results.toString());
    var places = new ConcurrentLinkedQueue<SessionPlace>();

    try (var starts = Executors.newFixedThreadPool(8)) {
      for (var i = 0; i < 8; i++) {
        var _ =
            starts.submit(
                () ->
                    places.add(
                        SessionPlace.open(
                            unnamed.settings(), unnamed.matrix(), Traces.STARTED_AT)));
      }
    }

    assertThat(places).hasSize(8).extracting(SessionPlace::name).doesNotHaveDuplicates();
    places.forEach(SessionPlace::close);
  }

  @Test
  void blockOfAnotherTimeIsNotTakenForTheRecords() throws IOException {
    begin(Traces.run(1), Traces.run(2));
    var other = Records.of(Traces.run(1).beside(900, 1200));
    Files.write(
        folder(1).resolve(BlockFile.NAME),
        new BlockFile(other.run(), other.metrics()).compressed());

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      assertThat(place.store(session, run -> SERVED).measuredAgain())
          .singleElement()
          .asString()
          .endsWith("block.json.gz: does not belong to the metrics.json beside it");
    }
  }

  @Test
  void runsOfAnotherModelFileAreMeasuredAgain() {
    begin(Traces.run(1));
    var pulledAgain = new ServedModel(Optional.of("sha256:def"), Optional.of("Q4_K_M"));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      assertThat(place.store(session, run -> pulledAgain).measuredAgain())
          .singleElement()
          .asString()
          .contains("machine, server or model changed: fingerprint");
    }
  }

  @Test
  void runIsNotKeptWithoutTheRunItsBaselineIsFrom() {
    begin(
        Traces.run(1).failed(500, "broken"),
        Traces.run(2).reusedSolo(1, 800, 900),
        Traces.run(3).reusedSolo(2, 800, 900));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);

      assertThat(store.kept()).isEmpty();
      assertThat(store.measuredAgain().get(1)).endsWith("alone were measured with run 1");
    }
  }

  @Test
  void secondTimesOfOutliersAreKeptToo() {
    begin(Traces.run(1));
    var first = Records.of(Traces.run(1));
    ResultStore.resume(session, Resumption.Kept.NOTHING)
        .keep(
            new RunRecord(
                first.session(),
                first.run(),
                first.metrics(),
                first.verdicts(),
                first.environment(),
                first.served(),
                first.sentOptions(),
                first.instrument(),
                List.of("collector ttft"),
                first.serverMemory(),
                Optional.empty()));

    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var again = place.store(session, run -> SERVED).metricsOf(Traces.CELL).reruns();

      assertThat(again)
          .singleElement()
          .satisfies(rerun -> assertThat(rerun.because()).containsExactly("collector ttft"));
    }
  }

  @Test
  void otherSettingsAreRefusedByName() {
    begin(Traces.run(1));
    var other = session("tr116.seed", "7");

    try (var place = SessionPlace.open(other.settings(), other.matrix())) {
      assertThatThrownBy(() -> place.store(other, run -> SERVED))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(
              "tr116.session=night was begun under other conditions: tr116.seed: 7 here, 42 there;"
                  + " set what it was begun with to go on, or choose another name");
    }
  }

  @Test
  void otherPlansAreRefusedBeforeAnythingIsStarted() {
    begin(Traces.run(1));
    var other = session("tr116.runs", "6");

    assertThatThrownBy(() -> SessionPlace.open(other.settings(), other.matrix()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("was begun with another plan: only here")
        .hasMessageContaining("run_6; 5 runs there, 6 here");
  }

  @Test
  void twoProcessesDoNotShareIt() {
    begin(Traces.run(1));

    try (var first = SessionPlace.open(session.settings(), session.matrix())) {
      assertThatThrownBy(() -> SessionPlace.open(session.settings(), session.matrix()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("tr116.session=night is being measured by session night, process")
          .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
      assertThat(first.directory()).exists();
    }
    SessionPlace.open(session.settings(), session.matrix()).close();
  }

  @Test
  void nothingIsLeftWhereNothingWasBegun() {
    SessionPlace.open(session.settings(), session.matrix()).close();

    assertThat(session.directory()).doesNotExist();
  }

  @Test
  void shardHasAFolderOfItsOwn() {
    var shard = session("tr116.shard", "1/1");

    try (var place = SessionPlace.open(shard.settings(), shard.matrix())) {
      assertThat(place.name()).isEqualTo("night-shard-1-of-1");
    }
  }

  private ResultStore begin(Traces.RunBuilder... runs) {
    try (var place = SessionPlace.open(session.settings(), session.matrix())) {
      var store = place.store(session, run -> SERVED);
      for (var run : runs) {
        store.keep(Records.of(run));
      }
      assertThat(store.runs().getFirst().status()).isIn(RunStatus.OK, RunStatus.FAILED);
      return store;
    }
  }

  private Session session(String... more) {
    var given =
        new java.util.ArrayList<>(
            List.of("tr116.results", results.toString(), "tr116.session", "night"));
    given.addAll(List.of(more));
    return Records.session(results, given.toArray(String[]::new));
  }

  private Path folder(int run) {
    return session.directory().resolve(Traces.id(run).directory());
  }
}
