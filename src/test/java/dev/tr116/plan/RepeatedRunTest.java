package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command that measures one run again. */
class RepeatedRunTest {
  @Test
  void hasEverythingElseThatWasSet() {
    var settings =
        Settings.of(
            Map.of(
                "tr116.models", "gemma3,qwen2.5",
                "tr116.session", "first",
                "tr116.compare", "earlier",
                "tr116.num-predict", "64",
                "tr116.only", "gemma3/chimera-homo"));

    var command = settings.commandFor(Traces.id(2));

    assertThat(command)
        .isEqualTo(
            "mvn verify -Dtr116.models=gemma3 -Dtr116.num-predict=64"
                + " -Dtr116.only=gemma3/chimera-homo/2");
  }

  @Test
  void isQuotedForAShellThatSplitsWords() {
    var settings = Settings.of(Map.of("tr116.results", "my results; rm 'x' $HOME"));

    var command = settings.commandFor(Traces.id(1));

    assertThat(command)
        .isEqualTo(
            "mvn verify -Dtr116.models=gemma3 -Dtr116.only=gemma3/chimera-homo/1"
                + " '-Dtr116.results=my results; rm '\\''x'\\'' $HOME'");
  }

  @Test
  void isReallyTheOneThatTheCommandSelects() {
    var run = Matrix.of(Settings.of(Map.of("tr116.models", "hf.co/org/m:Q4,gemma3"))).runs().get(3);
    var words = Settings.of(Map.of()).commandFor(run.id()).split(" ");

    var again = new HashMap<String, String>();
    List.of(words).stream()
        .filter(word -> word.startsWith("-D"))
        .map(word -> word.substring(2).split("=", 2))
        .forEach(pair -> again.put(pair[0], pair[1]));

    assertThat(Matrix.of(Settings.of(again)).runs()).containsExactly(run);
  }
}
