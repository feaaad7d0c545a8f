package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.slo.ChecklistItem.State;
import dev.tr116.trace.DualRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calendar only names and dates what is measured: it may jump, by hours, in both directions.
 */
class ClockJumpsTest {
  private static final Instant NOW = Traces.STARTED_AT;
  private static final ServedModel SERVED =
      new ServedModel(Optional.of("sha256:abc"), Optional.of("Q4_K_M"));

  @TempDir private Path results;

  @Test
  void sessionThatGoesOnBeforeItWasBegunKeepsItsRunsInOrder() throws Exception {
    var session =
        Records.session(
            results,
            "tr116.results",
            results.toString(),
            "tr116.session",
            "night",
            "tr116.runs",
            "4");
    try (var place = SessionPlace.open(session.settings(), session.matrix(), NOW)) {
      var store = place.store(session, run -> SERVED);
      store.keep(record(1, NOW.plus(Duration.ofHours(5))));
      store.keep(record(2, NOW.minus(Duration.ofHours(30))));
      store.finish(false);
    }

    var earlier = NOW.minus(Duration.ofDays(3));
    try (var place = SessionPlace.open(session.settings(), session.matrix(), earlier)) {
      var store = place.store(session, run -> SERVED);
      assertThat(place.startedAt())
          .isEqualTo(KeptSession.withoutRuns(place.directory()).startedAt());
      assertThat(store.kept()).hasSize(2);
      assertThat(store.measuredAgain()).isEmpty();
      store.keep(record(3, earlier));
      store.keep(record(4, NOW.plus(Duration.ofDays(400))));
      store.keep(
          Verdicts.enforced(
              Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2), Traces.run(3), Traces.run(4)));
      store.finish(true);
    }

    var stored = StoredSession.read(session.directory());
    assertThat(stored.unreadable()).isEmpty();
    assertThat(stored.cells().getFirst().runs())
        .extracting(block -> block.run().id().number())
        .containsExactly(1, 2, 3, 4);
    assertThat(ChecklistReview.of(session.directory(), true).in(State.FAIL)).isEmpty();
    assertThat(Manifest.verify(session.directory()).isIntact()).isTrue();
  }

  @Test
  void nameOfATimeThatWasThereBeforeIsNotUsedAgain() {
    var session = Records.session(results, "tr116.results", results.toString());

    for (var expected : new String[] {"20261122-031002", "20261122-031002-2"}) {
      try (var place = SessionPlace.open(session.settings(), session.matrix(), NOW)) {
        assertThat(place.name()).isEqualTo(expected);
        ResultStore.create(
            new Session(
                place.name(),
                place.directory(),
                session.settings(),
                session.matrix(),
                NOW,
                session.backend(),
                session.environment()));
      }
    }
  }

  private static RunRecord record(int number, Instant startedAt) {
    var run = Traces.run(number).build();
    return Records.of(
        new DualRun(
            run.id(),
            run.backend(),
            startedAt,
            run.released(),
            run.ended(),
            run.agents(),
            run.solo(),
            run.reusedSolo(),
            run.status(),
            run.primers()));
  }
}
