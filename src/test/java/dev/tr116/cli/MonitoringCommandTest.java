package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.results.MadeSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void writesTheLimitsAndFiguresOfASession() {
    var session =
        MadeSession.write(folder, "night", "tr116.runs", "3", "tr116.slo.efficiency", "90/80");
    var files = folder.resolve("monitoring");

    var code = run("monitoring", session.toString(), "--former-runtime=platform", "--out=" + files);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(files.resolve("alerts.yml"))
        .content()
        .contains("tr116_efficiency_ratio{agents!=\"1\",weights=\"as-served\"} < 0.8'")
        .contains("runtime!=\"platform\"");
    assertThat(files.resolve("dashboard.json")).content().contains("\"value\" : 0.9");
    assertThat(files.resolve("metrics.prom"))
        .content()
        .contains("tr116_session_info{session=\"night\"");
  }

  @Test
  void writesTheLimitsOfTr116WithoutASession() {
    var files = folder.resolve("monitoring");

    var code = run("monitoring", "--out=" + files);

    assertThat(code).isZero();
    assertThat(files.resolve("alerts.yml")).content().contains("} < 0.97'");
    assertThat(files.resolve("metrics.prom")).doesNotExist();
  }

  @Test
  void wantsAFolderAndASession() {
    assertThat(run("monitoring")).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
    assertThat(run("monitoring", folder.toString(), "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("session.json");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
