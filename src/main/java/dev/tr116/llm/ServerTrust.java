package dev.tr116.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates a server may show at an {@code https} endpoint: those of the authorities Java
 * trusts, and of a private one if there is one. A certificate is always checked, its host name
 * included.
 */
public final class ServerTrust {
  /** The authorities that Java trusts, and no other. */
  public static final ServerTrust OF_JAVA = new ServerTrust(Optional.empty());

  private final Optional<SSLContext> context;

  private ServerTrust(Optional<SSLContext> context) {
    this.context = context;
  }

  /**
   * The authorities that Java trusts, and those of a file.
   *
   * @param certificates X.509 certificates as PEM, one or more
   * @throws IOException when the file cannot be read, or holds no certificate; the message is for
   *     people
   */
  public static ServerTrust with(Path certificates) throws IOException {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var authorities =
          Stream.concat(ofJava(), read(certificates).stream()).toArray(Certificate[]::new);
      for (var i = 0; i < authorities.length; i++) {
        store.setCertificateEntry("authority-" + i, authorities[i]);
      }
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return new ServerTrust(Optional.of(context));
    } catch (GeneralSecurityException e) {
      throw new IOException(FailureMessages.noCertificates(certificates, Reasons.of(e)), e);
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CertificateException("it holds none");
      }
      return found;
    } catch (IOException e) {
      throw new IOException(
          FailureMessages.noCertificates(file, e.getClass().getSimpleName() + ": " + Reasons.of(e)),
          e);
    }
  }

  private static Stream<Certificate> ofJava() throws GeneralSecurityException {
    return Stream.of(managers(null))
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()));
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Makes a client's connections ask for such certificates. */
  HttpClient.Builder on(HttpClient.Builder client) {
    context.ifPresent(client::sslContext);
    return client;
  }
}
