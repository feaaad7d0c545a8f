package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tr116.report.allure.Categories;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Each message that can end a test has one category in the report. Places that end tests are found
 * in the compiled code, so a new one fails here until its messages are known.
 */
class ReportedMessagesTest {
  /** Where the code ends a test, and what it says there. */
  private static final Map<String, Supplier<Stream<Throwable>>> PLACES =
      Map.ofEntries(
          Map.entry(
              "BenchmarkExtension.measure",
              () -> Stream.concat(Messages.ofRuns(), Messages.ofAborted())),
          Map.entry("BenchmarkExtension.judge", Messages::ofAborted),
          Map.entry("ChecklistExtension.beforeTestExecution", Messages::ofAborted),
          Map.entry("RegressionExtension.beforeTestExecution", Messages::ofAborted),
          Map.entry("Interruption.requireNone", Messages::ofAborted),
          Map.entry("CellVerdictAssert.holds", Messages::ofVerdicts),
          Map.entry("CellVerdictAssert.hasNoViolation", Messages::ofViolations),
          Map.entry("RegressionVerdictAssert.holds", Messages::ofComparisons),
          Map.entry("RegressionVerdictAssert.hasNoRegression", Messages::ofRegressions),
          Map.entry("ChecklistAssert.holds", Messages::ofChecklists),
          Map.entry("ChecklistAssert.hasNoFailure", Messages::ofChecklists),
          Map.entry("DualRunAssert.succeeded", Messages::ofRunAssertions),
          Map.entry("DualRunAssert.hasAnswerContaining", Messages::ofExpectations),
          Map.entry("DualRunAssert.isUncontended", Messages::ofExpectations),
          Map.entry("DualRunAssert.above", Messages::ofExpectations),
          Map.entry("DualRunAssert.below", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.hasMeasuredRuns", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.hasTtftP95Below", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.isUncontended", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.above", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.intervalAbove", Messages::ofExpectations),
          Map.entry("CellMetricsAssert.check", Messages::ofExpectations));

  /** Passes on what another one words. */
  private static final Set<String> NO_WORDS_OF_THEIR_OWN = Set.of("DualRunAssert.agent");

  /** Exceptions of ours that can leave a session, with every form of their message. */
  private static final Map<String, Supplier<Stream<Throwable>>> EXCEPTIONS =
      Map.of(
          "SettingsException", Messages::ofSettings, "PreflightException", Messages::ofPreflights);

  /** Exceptions that are caught where they matter; out of a session they are its own error. */
  private static final Set<String> INNER_EXCEPTIONS =
      Set.of(
          "AgentFailed", // within one runtime
          "ApiException", // an answer of the server
          "ClientGoneException", // within the server
          "CostInputsException", // command line only
          "EngineException", // settings without a server
          "ImportException", // command line only
          "InferenceException", // an answer of the server
          "MergeException", // command line only
          "ProtocolException", // a failed call of an outside program
          "RuleBroken", // command line only
          "UnreadableRecordException", // a broken record, no message of a test's own
          "UnwritableException"); // a full disk, the harness's own error

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tr116");

  static Stream<String> places() {
    return PLACES.keySet().stream().sorted();
  }

  static Stream<String> exceptions() {
    return EXCEPTIONS.keySet().stream().sorted();
  }

  @Test
  void everyPlaceThatEndsATestIsKnown() {
    var found =
        HOUSE.stream()
            .filter(ReportedMessagesTest::knowsTests)
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(ReportedMessagesTest::endsATest)
            .map(access -> place(access.getOrigin()))
            .collect(Collectors.toCollection(TreeSet::new));

    found.removeAll(NO_WORDS_OF_THEIR_OWN);
    assertThat(found).isEqualTo(new TreeSet<>(PLACES.keySet()));
  }

  @Test
  void everyExceptionOfOursIsKnown() {
    var found =
        HOUSE.stream()
            .filter(type -> type.isAssignableTo(Throwable.class))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));

    var known = new TreeSet<>(EXCEPTIONS.keySet());
    known.addAll(INNER_EXCEPTIONS);
    assertThat(found).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatEndsATestHasOneCategory(String place) {
    assertThat(PLACES.get(place).get())
        .isNotEmpty()
        .allSatisfy(ReportedMessagesTest::hasOneCategory);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatKeepsASessionFromStartingHasOneCategory(String exception) {
    assertThat(EXCEPTIONS.get(exception).get())
        .isNotEmpty()
        .allSatisfy(ReportedMessagesTest::hasOneCategory);
  }

  @Test
  void whatNobodyWordedIsTheHarnesssOwnError() {
    assertThat(Categories.of("broken", "cannot write results/a: no space left on device"))
        .containsExactly("Harness error");
    assertThat(Categories.of("broken", "null")).containsExactly("Harness error");
  }

  private static void hasOneCategory(Throwable thrown) {
    assertThat(Categories.of(status(thrown), String.valueOf(thrown.getMessage())))
        .as(thrown.getMessage())
        .hasSize(1)
        .doesNotContain("Harness error");
  }

  /** As Allure's adapter tells them apart. */
  private static String status(Throwable thrown) {
    if (thrown instanceof TestAbortedException) {
      return "skipped";
    }
    return thrown instanceof AssertionError ? "failed" : "broken";
  }

  /** Below these rooms nobody knows of tests: an {@code AssertionError} there is a defect. */
  private static boolean knowsTests(JavaClass type) {
    return Set.of("dev.tr116.junit", "dev.tr116.assertj").contains(type.getPackageName());
  }

  private static boolean endsATest(JavaAccess<?> access) {
    var target = access.getTarget();
    var owner = target.getOwner().getSimpleName();
    return (target.getName().equals("<init>")
            && Set.of("TestAbortedException", "AssertionFailedError", "AssertionError")
                .contains(owner))
        || target.getName().equals("failWithMessage")
        || (target.getName().equals("failure") && owner.endsWith("Assert"));
  }

  private static String place(JavaCodeUnit origin) {
    return origin.getOwner().getSimpleName() + "." + origin.getName();
  }
}
