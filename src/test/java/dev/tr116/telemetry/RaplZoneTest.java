package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaplZoneTest {
  @TempDir private Path root;
  private RaplFolder rapl;

  @BeforeEach
  void makeFolder() {
    rapl = new RaplFolder(root);
  }

  @Test
  void countsPackagesAndNothingTwice() throws IOException {
    rapl.zone("intel-rapl:0", "package-0", 5)
        .zone("intel-rapl:0:0", "core", 5)
        .zone("intel-rapl:0:1", "dram", 5)
        .zone("intel-rapl:1", "package-1", 5)
        .zone("intel-rapl:2", "psys", 5)
        .zone("intel-rapl-mmio:0", "package-0", 5);

    assertThat(RaplZone.in(root)).hasSize(2);
  }

  @Test
  void tellsTheEnergySinceItWasFirstRead() throws IOException {
    rapl.zone("intel-rapl:0", "package-0", 700_000_000);
    var zone = RaplZone.in(root).getFirst();

    rapl.set("intel-rapl:0", 950_000_000);

    assertThat(zone.joules()).isEqualTo(250);
  }

  @Test
  void goesOnWhereTheCounterBeginsAnew() throws IOException {
    rapl.zone("intel-rapl:0", "package-0", 950_000_000);
    var zone = RaplZone.in(root).getFirst();

    rapl.set("intel-rapl:0", 20_000_000);
    var once = zone.joules();
    rapl.set("intel-rapl:0", 30_000_000);

    assertThat(once).isEqualTo(70);
    assertThat(zone.joules()).isEqualTo(80);
  }

  @Test
  void isNotThereWithoutTheFolder() throws IOException {
    assertThat(RaplZone.in(root.resolve("nothing"))).isEmpty();
  }

  @Test
  void saysWhichFileHoldsNoCounter() throws IOException {
    rapl.zone("intel-rapl:0", "package-0", 5);
    var zone = RaplZone.in(root).getFirst();
    var counter = root.resolve("intel-rapl:0").resolve("energy_uj");

    Files.writeString(counter, "none\n");

    assertThatIOException()
        .isThrownBy(() -> RaplZone.in(root))
        .withMessage(counter + " holds no number");
    assertThatThrownBy(zone::joules).isInstanceOf(UncheckedIOException.class);
  }
}
