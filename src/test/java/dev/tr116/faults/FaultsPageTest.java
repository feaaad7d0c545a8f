package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultsPageTest {
  private static final Path PAGE = Path.of("docs", "faults.md");

  /** Where the page of this build is left for the one who has changed the table. */
  private static final Path WRITTEN = Path.of("target", "faults.md");

  @Test
  void thePageIsTheOneThatTheTablesGive() throws IOException {
    Files.writeString(WRITTEN, FaultsPage.text());

    assertThat(Files.readString(PAGE))
        .as("write it again: cp %s %s", WRITTEN, PAGE)
        .isEqualTo(FaultsPage.text());
  }
}
