package dev.tr116.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.slo.ChecklistItem.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistTest {
  private static final ChecklistItem PASSED = item("A-1", State.PASS, true);
  private static final ChecklistItem DAMAGED = item("A-2", State.FAIL, true);
  private static final ChecklistItem INCOMPLETE = item("A-3", State.FAIL, false);
  private static final ChecklistItem NOT_ASKED = item("A-4", State.NOT_APPLICABLE, true);

  @Test
  void onStandInsOnlyWhatTouchesIntegrityFails() {
    assertThat(checklist(true).violations()).containsExactly(DAMAGED, INCOMPLETE);
    assertThat(checklist(false).violations()).containsExactly(DAMAGED);
  }

  @Test
  void countsEveryState() {
    assertThat(checklist(true).in(State.PASS)).containsExactly(PASSED);
    assertThat(checklist(true).in(State.NOT_APPLICABLE)).containsExactly(NOT_ASKED);
    assertThat(checklist(true).counts()).isEqualTo("1 passed, 2 failed, 1 not applicable");
  }

  @Test
  void saysEachFailureWithItsReasonAndWhereTheListIs() {
    assertThat(checklist(true).message())
        .isEqualTo(
            """
            Checklist of session night: 1 passed, 2 failed, 1 not applicable
              A-2 title of A-2: why A-2
              A-3 title of A-3: why A-3
              see %s"""
                .formatted(Path.of("results", "night", "checklist.md")));
  }

  @Test
  void aStateHasWordsOfItsOwn() {
    assertThat(State.values())
        .extracting(State::phrase)
        .containsExactly("PASS", "FAIL", "not applicable");
  }

  private static Checklist checklist(boolean enforced) {
    var items = List.of(PASSED, DAMAGED, INCOMPLETE, NOT_ASKED);
    return new Checklist("night", Path.of("results", "night"), Traces.OLLAMA, enforced, items);
  }

  private static ChecklistItem item(String id, State state, boolean isOfIntegrity) {
    return new ChecklistItem(id, "title of " + id, state, isOfIntegrity, "why " + id);
  }
}
