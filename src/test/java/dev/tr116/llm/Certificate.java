package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that vouches for itself, as a private authority's does, and its key. */
record Certificate(Path store) {
  private static final String PASSWORD = "changeit";

  /** Makes one for a server of that name, e.g. {@code ip:127.0.0.1}. */
  static Certificate of(String name, Path folder) throws IOException, InterruptedException {
    var store = folder.resolve(name.replace(':', '-') + ".p12");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=private",
                "-ext",
                "san=" + name,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start()
            .waitFor();
    assertThat(made).isZero();
    return new Certificate(store);
  }

  /** What a server with it needs. */
  SSLContext server() throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(open(), PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** It as a file that a client can name. */
  Path pem() throws IOException, GeneralSecurityException {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return Files.writeString(
        store.resolveSibling(store.getFileName() + ".pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + lines.encodeToString(open().getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private KeyStore open() throws IOException, GeneralSecurityException {
    var opened = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      opened.load(in, PASSWORD.toCharArray());
    }
    return opened;
  }
}
