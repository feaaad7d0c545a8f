package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.report.Terminal;
import dev.tr116.results.MadeSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPagesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path results;

  @Test
  void tellsWhereThePagesAre() {
    var session = MadeSession.write(results, "one", "tr116.runs", "3");

    SessionPages.write(session, console());

    assertThat(session.resolve("report.html")).isRegularFile();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("page: " + session.toAbsolutePath().resolve("report.html"))
        .contains("page: " + session.toAbsolutePath().resolve("TR116.md"));
    assertThat(session.resolve("TR116.md")).content().startsWith("# ");
  }

  @Test
  void tellsAPageThatCannotBeMadeAndLeavesTheRecordsAlone() throws IOException {
    var session = MadeSession.write(results, "one", "tr116.runs", "3");
    Files.createDirectories(session.resolve("report.html/in-the-way"));
    var record = Files.readString(session.resolve("analysis.csv"));

    SessionPages.write(session, console());

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("report.html could not be made, nothing that was measured is lost")
        .contains("the command report makes it anew");
    assertThat(session.resolve("analysis.csv")).hasContent(record);
    assertThat(session.resolve("TR116.md")).as("the other page").isRegularFile();
  }

  private SessionConsole console() {
    return new SessionConsole(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        Terminal.NONE,
        Matrix.of(Settings.of(Map.of())));
  }
}
