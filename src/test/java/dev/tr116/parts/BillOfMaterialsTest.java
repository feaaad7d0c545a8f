package dev.tr116.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the zip holds, by the bill of materials in it. Skipped where a build made none. */
class BillOfMaterialsTest {
  private static final Path BUILT = Path.of("target");
  private static final String BILL = "tr116.cdx.json";
  private static final String LICENCES = "THIRD-PARTY.txt";

  private final Map<String, byte[]> shipped = new TreeMap<>();
  private final Map<String, JsonNode> partsByHash = new TreeMap<>();

  @BeforeEach
  void readZip() throws IOException {
    assumeTrue(Files.isDirectory(BUILT), "nothing was built");
    try (var files = Files.newDirectoryStream(BUILT, "tr116-*.zip")) {
      for (var file : files) {
        shipped.putAll(contentOf(Files.readAllBytes(file)));
      }
    }
    assumeTrue(shipped.containsKey(BILL), "no bill; mvn package -DskipTests makes one, online");
    for (var part : new ObjectMapper().readTree(shipped.get(BILL)).get("components")) {
      for (var hash : part.get("hashes")) {
        if (hash.get("alg").asText().equals("SHA-256")) {
          partsByHash.put(hash.get("content").asText(), part);
        }
      }
    }
  }

  @Test
  void everyLibraryOfTheZipStandsInItWithItsHashAndItsLicence() {
    var list = new String(shipped.get(LICENCES), StandardCharsets.UTF_8);
    var libraries = new TreeMap<>(shipped);
    libraries.keySet().removeIf(name -> !name.matches(".*\\.jar") || name.startsWith("tr116-"));

    assertThat(libraries).hasSizeGreaterThan(20);
    libraries.forEach(
        (name, content) -> {
          assertThat(partsByHash).as(name).containsKey(sha256(content));
          var part = partsByHash.get(sha256(content));
          assertThat(list)
              .contains(
                  "%s:%s:%s ("
                      .formatted(
                          part.get("group").asText(),
                          part.get("name").asText(),
                          part.get("version").asText()));
        });
  }

  @Test
  void theJarHoldsTheSameBillAndList() throws IOException {
    var jar =
        shipped.entrySet().stream()
            .filter(entry -> entry.getKey().matches("tr116-.*\\.jar"))
            .findFirst()
            .orElseThrow();

    var inJar = contentOf(jar.getValue());

    assertThat(inJar.get(BILL)).isEqualTo(shipped.get(BILL));
    assertThat(inJar.get(LICENCES)).isEqualTo(shipped.get(LICENCES));
  }

  @Test
  void nothingThatOnlyTestsNeedIsInIt() {
    assertThat(partsByHash.values())
        .extracting(part -> part.get("name").asText())
        .contains("llama", "jackson-databind")
        .doesNotContain("archunit", "selenium", "snakeyaml", "junit-platform-testkit");
  }

  @Test
  void saysNothingThatChangesFromBuildToBuild() throws IOException {
    var bill = new ObjectMapper().readTree(shipped.get(BILL));

    assertThat(bill.has("serialNumber")).isFalse();
    assertThat(bill.at("/metadata/timestamp").isMissingNode()).isTrue();
    assertThat(bill.toString()).doesNotContain(BUILT.toAbsolutePath().toString());
  }

  /** By the name without its folder. */
  private static Map<String, byte[]> contentOf(byte[] zip) throws IOException {
    var content = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        content.put(entry.getName().replaceFirst(".*/(?=[^/]+$)", ""), in.readAllBytes());
      }
    }
    return content;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
