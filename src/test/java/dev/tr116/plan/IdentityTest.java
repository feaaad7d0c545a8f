package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  @Test
  void ofACellFollowsFromWhatStaysTheSameOverItsRuns() {
    var cell = Traces.CELL;

    assertThat(cell.displayName()).isEqualTo("gemma3 · chimera-homo").isEqualTo(cell.toString());
    assertThat(cell.key())
        .isEqualTo("multi/structured/gemma3:latest/chimera-homo/gpu80_ctx512_temp10");
    assertThat(cell.selector()).isEqualTo("gemma3/chimera-homo");
    assertThat(cell.directory())
        .isEqualTo(Path.of("multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10"));
  }

  @Test
  void ofARunAddsItsNumber() {
    var run = Traces.id(2);

    assertThat(run).hasToString("gemma3 · chimera-homo · run 2");
    assertThat(run.key())
        .isEqualTo("multi/structured/gemma3:latest/chimera-homo/gpu80_ctx512_temp10/run_2");
    assertThat(run.selector()).isEqualTo("gemma3/chimera-homo/2");
    assertThat(run.directory())
        .isEqualTo(
            Path.of("multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/run_2"));
  }

  @Test
  void ofAPlannedRunTellsHowManyThereAre() {
    var planned =
        new PlannedRun(
            Traces.id(2),
            Scenario.chimeraHomo(GenerationOptions.SERVER_DEFAULTS),
            new RunCount(5, 5));

    assertThat(planned.displayName()).isEqualTo("gemma3 · chimera-homo · run 2/5");
  }

  @Test
  void namesARuntimeThatIsNotTheDefault() {
    var cell = new CellId("multi", "platform", Model.named("gemma3"), "chimera-homo", "defaults");

    assertThat(cell.displayName()).isEqualTo("gemma3 · chimera-homo · platform");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../..", "/", "a/../../..", "\0", "exec:x"})
  void neverLeavesTheSessionsFolder(String hostile) {
    var cell = new CellId(hostile, hostile, new Model(hostile), hostile, hostile);

    var directory = new RunId(cell, 1).directory();

    assertThat(directory).isRelative().isEqualTo(directory.normalize());
    assertThat(directory.getNameCount()).isEqualTo(5);
    assertThat(directory.toString()).matches("[A-Za-z0-9._/-]+");
  }

  @Test
  void numbersRunsFromOne() {
    assertThatThrownBy(() -> Traces.id(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("runs are numbered from 1, not 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Collector", "../x", "a b", "9lives"})
  void ofAnAgentIsAPlainWord(String name) {
    assertThatThrownBy(() -> new AgentRole(name))
        .hasMessage("a role is a lower-case word of letters, digits, - and _, not '%s'", name);
  }

  @Test
  void ofAScenarioHasAnAgent() {
    assertThatThrownBy(() -> Scenario.of("lonely", java.util.List.of()))
        .hasMessage("scenario lonely has no agent; give it at least one");
  }

  @Test
  void selectsWhatItsSelectorSays() {
    var run = new RunId(Traces.CELL, 3);

    assertThat(Selection.parse(run.selector()))
        .isEqualTo(new Selection("gemma3", "chimera-homo", OptionalInt.of(3)))
        .satisfies(only -> assertThat(only.includes(run)).isTrue());
  }
}
