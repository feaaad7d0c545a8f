package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "true, '', '', xterm, true",
    "true, '', '', dumb, false",
    "true, 1, '', xterm, false",
    "true, 0, '', xterm, false",
    "true, 1, 1, xterm, false",
    "false, '', '', xterm, false",
    "false, '', 1, xterm, true",
    "false, '', 0, xterm, false",
    "false, 1, 1, xterm, false",
  })
  void isColouredOnlyWhereThatIsWanted(
      boolean console, String noColor, String force, String term, boolean coloured) {
    var environment = Map.of("NO_COLOR", noColor, "CLICOLOR_FORCE", force, "TERM", term);

    var terminal = Terminal.of(Optional.empty(), console, environment);

    assertThat(terminal.colour()).isEqualTo(coloured);
  }

  @ParameterizedTest
  @CsvSource({
    "'out,err', true, true",
    "out, true, false",
    "',err', false, true",
    "'', false, false"
  })
  void believesTheStartScriptMoreThanJava(String told, boolean out, boolean err) {
    var terminal = Terminal.of(Optional.of(told), true, Map.of());

    assertThat(terminal).isEqualTo(new Terminal(out, err, out));
  }

  @Test
  void isNoneWithoutAConsole() {
    assertThat(Terminal.of(Optional.empty(), false, Map.of())).isEqualTo(Terminal.NONE);
  }
}
