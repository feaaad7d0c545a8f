package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.exec.CommandWords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConformanceCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhichRulesAProgramKeeps() {
    var program =
        CommandWords.of(
            "{java} -XX:TieredStopAtLevel=1 -cp {classpath} dev.tr116.exec.JavaProgram",
            Path.of("none"));

    var exit = execute(program);

    assertThat(exit).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("kept    tells a stream without its last line as TRUNCATED")
        .contains("21 of 21 rules are kept");
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    var exit = execute(List.of("no-such-program-here"));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("no-such-program-here", "cannot be started");
  }

  private int execute(List<String> program) {
    var words = new ArrayList<>(List.of("conformance", "--"));
    words.addAll(program);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }
}
