package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EnvironmentTest {
  private static final Environment MACHINE =
      new Environment(
          "Vendor 25",
          "Linux 6.1 amd64",
          "A processor",
          8,
          Optional.of(16_000L),
          List.of("A GPU, 1.2, 24564 MiB"),
          Optional.of("0123"));

  private static final String FINGERPRINT = fingerprintOf(MACHINE);

  @Test
  void hasAFingerprintThatStaysTheSame() {
    assertThat(FINGERPRINT).matches("[0-9a-f]{16}").isEqualTo(fingerprintOf(MACHINE));
  }

  @Test
  void hasAnotherFingerprintWithAnotherIngredient() {
    var m = MACHINE;
    var others =
        List.of(
            fingerprintOf(
                new Environment("?", m.os(), m.cpu(), m.cores(), m.memoryMiB(), m.gpu(), m.git())),
            fingerprintOf(
                new Environment(m.jdk(), "?", m.cpu(), m.cores(), m.memoryMiB(), m.gpu(), m.git())),
            fingerprintOf(
                new Environment(m.jdk(), m.os(), "?", m.cores(), m.memoryMiB(), m.gpu(), m.git())),
            fingerprintOf(
                new Environment(m.jdk(), m.os(), m.cpu(), 9, m.memoryMiB(), m.gpu(), m.git())),
            fingerprintOf(
                new Environment(
                    m.jdk(), m.os(), m.cpu(), m.cores(), m.memoryMiB(), List.of(), m.git())),
            MACHINE.fingerprint(Optional.of("?"), Optional.of("digest"), Optional.of("Q4")),
            MACHINE.fingerprint(Optional.of("ollama 1"), Optional.of("?"), Optional.of("Q4")),
            MACHINE.fingerprint(Optional.of("ollama 1"), Optional.of("digest"), Optional.of("?")),
            MACHINE.fingerprint(Optional.of("ollama 1"), Optional.of("digest"), Optional.empty()));

    var all = new ArrayList<>(others);
    all.add(FINGERPRINT);
    assertThat(all).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{16}"));
  }

  @Test
  void keepsNeighbouringIngredientsApart() {
    var one = MACHINE.fingerprint(Optional.of("ab"), Optional.of("c"), Optional.empty());
    var other = MACHINE.fingerprint(Optional.of("a"), Optional.of("bc"), Optional.empty());

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void hasTheSameFingerprintAtAnotherCommit() {
    var m = MACHINE;
    var later =
        new Environment(
            m.jdk(), m.os(), m.cpu(), m.cores(), m.memoryMiB(), m.gpu(), Optional.of("4567"));

    assertThat(fingerprintOf(later)).isEqualTo(FINGERPRINT);
  }

  @Test
  void readsThisMachine() {
    var machine = Environment.read();

    assertThat(machine.jdk()).contains(System.getProperty("java.runtime.version"));
    assertThat(machine.os()).startsWith(System.getProperty("os.name")).doesNotContain("null");
    assertThat(machine.cpu()).isNotBlank();
    assertThat(machine.cores()).isPositive();
    assertThat(machine.gpu()).allSatisfy(gpu -> assertThat(gpu).isNotBlank());
    assertThat(machine.git().orElse("0".repeat(40))).matches("[0-9a-f]{40,64}");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsTheMemoryOfALinuxMachine() {
    assertThat(Environment.read().memoryMiB())
        .hasValueSatisfying(mib -> assertThat(mib).isBetween(64L, 1L << 30));
  }

  @Test
  void asksNothingOfAToolThatIsNotThere() {
    assertThat(OutsideTool.linesOf("tr116-no-such-program", "--version")).isEmpty();
  }

  @Test
  void takesNothingFromAToolThatFails() {
    var java = System.getProperty("java.home") + "/bin/java";

    assertThat(OutsideTool.linesOf(java, "--no-such-option")).isEmpty();
  }

  private static String fingerprintOf(Environment environment) {
    return environment.fingerprint(
        Optional.of("ollama 1"), Optional.of("digest"), Optional.of("Q4"));
  }
}
