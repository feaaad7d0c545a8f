package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path session;

  @BeforeEach
  void keepASession() throws IOException {
    Files.writeString(session.resolve("session.json"), "abc");
    Files.writeString(
        session.resolve("manifest.json"),
        """
        {"session": "night", "algorithm": "SHA-256", "raw_files": 1, "files": [{"path":
         "session.json", "bytes": 3, "sha256":
         "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}]}
        """);
  }

  @Test
  void wholeSessionIsIntact() {
    assertThat(verify(session)).isZero();
    assertThat(out.toString()).isEqualTo("intact: 1 raw files%n".formatted());
  }

  @Test
  void changedByteIsNamed() throws IOException {
    Files.writeString(session.resolve("session.json"), "abd");

    assertThat(verify(session)).isEqualTo(1);
    assertThat(out.toString())
        .isEqualTo(
            "changed: session.json%n1 raw file differs from the manifest of 1%n".formatted());
  }

  @Test
  void folderWithoutASessionOrAManifestIsAnError() throws IOException {
    assertThat(verify(session.resolve("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere: holds no session");

    Files.delete(session.resolve("manifest.json"));
    assertThat(verify(session)).isEqualTo(2);
    assertThat(err.toString()).contains("manifest.json: is missing");
  }

  private int verify(Path folder) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("verify", folder.toString());
  }
}
