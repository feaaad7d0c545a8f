package dev.tr116.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.exec.OutsideProgram;
import dev.tr116.exec.Patience;
import dev.tr116.exec.Programs;
import dev.tr116.exec.Python3;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ConformanceTest {
  @Test
  void theProgramInPythonKeepsEveryRule() throws InterruptedException {
    Python3.assumeInstalled();

    var findings = Conformance.of(new Programs(Map.of()).open("exec:python"));

    assertThat(findings).hasSizeGreaterThan(15).allMatch(Finding::isKept);
  }

  @Test
  void theProgramInJavaKeepsEveryRule() throws InterruptedException {
    var command = "{java} -XX:TieredStopAtLevel=1 -cp {classpath} dev.tr116.exec.JavaProgram";

    var findings = Conformance.of(new Programs(Map.of("java", command)).open("exec:java"));

    assertThat(findings).hasSizeGreaterThan(15).allMatch(Finding::isKept);
  }

  @Test
  void theRulesThatAProgramBreaksSayHow() throws InterruptedException {
    var impatient = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1));
    var command = "{java} -cp {classpath} dev.tr116.conformance.ConformanceTest$SaysHello";

    var findings = Conformance.of(new OutsideProgram("hello", command, impatient));

    assertThat(findings.getFirst().toString())
        .startsWith("BROKEN  starts, is ready")
        .contains("must be a JSON object")
        .contains("hello");
  }

  /** No program of this protocol. */
  static final class SaysHello {
    private SaysHello() {}

    public static void main(String[] args) {
      System.out.println("hello");
    }
  }
}
