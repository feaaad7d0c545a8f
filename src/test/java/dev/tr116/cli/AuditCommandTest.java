package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void printsWhatBecomesOfTheShippedClaims() {
    var code = run("audit");

    assertThat(code).isZero();
    assertThat(out.toString())
        .startsWith("# Audit\n\nHeld against the figures of TR116 as printed: 272 claims,")
        .contains("| Executive Summary | Python never exceeds 86 % | at most 86 | 91.7 |");
  }

  @Test
  void holdsClaimsOfTheUserAgainstDataOfTheUser() throws IOException {
    var data =
        Files.writeString(
            folder.resolve("mine.csv"),
            """
            runtime,model,scenario,run,speedup,efficiency_percent
            rust,gemma3,chimera-homo,1,1.8,90
            rust,gemma3,chimera-homo,2,1.9,95
            """);
    var claims =
        Files.writeString(
            folder.resolve("claims.csv"),
            """
            id,place,text,table,metric,filter,against,combination,each,statistic,fold,comparison,\
            published,note
            1,p,mean speedup,runs,speedup,runtime=rust,,,,mean,,equals,1.90,the mean of two
            """);
    var page = folder.resolve("new").resolve("findings.md");

    var code = run("audit", "--claims=" + claims, "--data=" + data, "--out=" + page);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).isEqualTo("written: %s%n".formatted(page));
    assertThat(Files.readString(page))
        .contains("Held against the measurements of mine.csv: 1 claims, 0 reproduce, 1 differ")
        .contains("| p | mean speedup | 1.90 | 1.850 | the mean of two |");
  }

  @Test
  void saysWhatToWriteWhenThereIsNoSuchData() {
    var code = run("audit", "--data=" + folder.resolve("nowhere"));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("nowhere: does not exist; name a table of runs (csv) or a folder of results");
  }

  @Test
  void saysWhatThePageNeeds() {
    var page = folder.resolve("page.md");

    var code = run("audit", "--page=" + page);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("give --data the folder that holds them");
    assertThat(page).doesNotExist();
  }

  @Test
  void anUnknownOptionIsAnsweredWithThoseThereAre() {
    var code = run("audit", "--dta=x");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("--dta=x").contains("--data=PLACE");
  }

  private int run(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }
}
