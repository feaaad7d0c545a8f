package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void saysWhyNothingWasJoined() {
    var code = run("merge", "--out", folder.resolve("all").toString(), folder.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("these sessions cannot be joined:")
        .contains(folder + " holds no session");
  }

  @Test
  void wantsAFolderAndSessions() {
    assertThat(run("merge")).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
    assertThat(run("merge", "--help")).isZero();
    assertThat(out.toString()).contains("runs are missing; each is named");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
