package dev.tr116.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
  @Test
  void partsWordsAtBlanksUnlessTheyAreQuoted() {
    assertThat(words("node  agent.js \"a b\" 'c \"d' --x=\"1 2\"3 \"\""))
        .containsExactly("node", "agent.js", "a b", "c \"d", "--x=1 23", "");
  }

  @Test
  void replacesWhatStandsForSomethingOfThisJvm() {
    assertThat(words("{java} -cp {classpath} {python}x"))
        .containsExactly(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "agents.pyx");
  }

  @Test
  void refusesWhatIsNoCommand() {
    assertThatThrownBy(() -> words("  ")).hasMessageContaining("write a command");
    assertThatThrownBy(() -> words("python3 \"a b")).hasMessageContaining("quote is not closed");
  }

  private static List<String> words(String line) {
    return CommandWords.of(line, Path.of("agents.py"));
  }
}
