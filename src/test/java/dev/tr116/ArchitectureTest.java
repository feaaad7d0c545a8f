package dev.tr116;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, from the ground up, and what may be carried between them. */
class ArchitectureTest {
  private static final String ROOT = "dev.tr116.";

  /** Each room and the other rooms it may use; {@code report.allure} and the servers are rooms. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("plan", List.of()),
          Map.entry("trace", List.of("plan")),
          Map.entry("http", List.of()),
          Map.entry("llm", List.of("plan", "trace", "http")),
          Map.entry("artifacts", List.of("plan")),
          Map.entry("exec", List.of("plan", "trace", "llm")),
          Map.entry("agent", List.of("plan", "trace", "llm", "exec", "artifacts")),
          Map.entry("statistics", List.of()),
          Map.entry("metrics", List.of("plan", "trace", "statistics")),
          Map.entry("slo", List.of("plan", "statistics", "metrics")),
          Map.entry("cost", List.of("plan", "statistics", "metrics")),
          Map.entry("deployment", List.of("plan", "statistics", "metrics", "slo", "cost")),
          Map.entry("monitoring", List.of("plan", "statistics", "metrics", "slo", "deployment")),
          Map.entry(
              "calibration",
              List.of("plan", "trace", "llm", "agent", "statistics", "server.script")),
          Map.entry("telemetry", List.of("plan", "trace")),
          Map.entry("preflight", List.of("plan", "llm", "telemetry")),
          Map.entry(
              "results",
              List.of("plan", "trace", "statistics", "metrics", "slo", "telemetry", "preflight")),
          Map.entry("results.tr116", List.of("plan", "metrics")),
          Map.entry("audit", List.of("statistics", "metrics", "results.tr116")),
          Map.entry("conformance", List.of("plan", "trace", "llm", "exec", "server.script")),
          Map.entry(
              "cli",
              List.of(
                  "plan",
                  "trace",
                  "exec",
                  "metrics",
                  "slo",
                  "preflight",
                  "conformance",
                  "cost",
                  "deployment",
                  "monitoring",
                  "results",
                  "results.tr116",
                  "audit",
                  "report",
                  "report.page",
                  "report.study",
                  "server.llama",
                  "assertj",
                  "junit")),
          Map.entry("report", List.of("plan", "trace", "statistics", "metrics", "slo", "results")),
          Map.entry(
              "report.allure",
              List.of(
                  "plan",
                  "trace",
                  "statistics",
                  "metrics",
                  "slo",
                  "results",
                  "report",
                  "report.chart")),
          Map.entry("report.chart", List.of("statistics", "report")),
          Map.entry(
              "report.page",
              List.of(
                  "plan",
                  "trace",
                  "statistics",
                  "metrics",
                  "slo",
                  "telemetry",
                  "results",
                  "report",
                  "report.chart")),
          Map.entry(
              "report.study",
              List.of(
                  "plan",
                  "trace",
                  "statistics",
                  "metrics",
                  "slo",
                  "cost",
                  "deployment",
                  "telemetry",
                  "results",
                  "results.tr116",
                  "audit",
                  "report")),
          Map.entry("server", List.of("plan")),
          Map.entry("server.llama", List.of("plan", "server")),
          Map.entry("server.ollama", List.of("plan", "server")),
          Map.entry("server.script", List.of("plan", "server")),
          Map.entry("assertj", List.of("plan", "trace", "statistics", "metrics", "slo")),
          Map.entry(
              "junit",
              List.of(
                  "plan",
                  "trace",
                  "llm",
                  "agent",
                  "exec",
                  "calibration",
                  "statistics",
                  "metrics",
                  "slo",
                  "telemetry",
                  "preflight",
                  "results",
                  "report",
                  "report.allure",
                  "report.page",
                  "report.study",
                  "server.llama",
                  "server.ollama",
                  "server.script")));

  private static final JavaClasses HOUSE = readWithoutItsSurroundings();

  static Stream<String> rooms() {
    return ROOMS.keySet().stream().sorted();
  }

  @Test
  void hasNoRoomThatIsNotOnThePlan() {
    var rooms =
        HOUSE.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(ROOT.length()))
            .collect(toCollection(TreeSet::new));

    assertThat(rooms).isEqualTo(new TreeSet<>(ROOMS.keySet()));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsBelowIt(String room) {
    var allowed =
        Stream.concat(Stream.of(room), ROOMS.get(room).stream())
            .map(ROOT::concat)
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(ROOT + room)
        .should()
        .onlyDependOnClassesThat(
            inTheHouse().negate().or(JavaClass.Predicates.resideInAnyPackage(allowed)))
        .check(HOUSE);
  }

  /** Each outside library and the rooms that may know it. */
  @ParameterizedTest
  @CsvSource({
    "io.qameta.., report.allure",
    "de.kherud.., server.llama",
    "org.junit.., junit cli",
    "org.opentest4j.., junit assertj",
    "org.assertj.., assertj",
    "org.apache.commons.statistics.., statistics",
    "com.fasterxml.jackson.., llm exec artifacts results results.tr116 monitoring report.allure"
        + " server server.llama server.script",
    "java.net.http.., http llm",
    "javax.net.ssl.., llm",
    "picocli.., cli"
  })
  void aLibraryIsKnownInItsOwnRoomsOnly(String library, String rooms) {
    var packages = Stream.of(rooms.split(" ")).map(ROOT::concat).toArray(String[]::new);

    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HOUSE);
    assertThat(HOUSE.stream().anyMatch(user -> uses(user, library)))
        .as("somebody uses %s, else the rule holds nothing", library)
        .isTrue();
  }

  @Test
  void onlyTheseLibrariesAreUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            inTheHouse()
                .or(
                    JavaClass.Predicates.resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "org.jspecify..",
                        "io.qameta..",
                        "de.kherud..",
                        "org.junit..",
                        "org.opentest4j..",
                        "org.assertj..",
                        "org.apache.commons.statistics..",
                        "picocli..",
                        "com.fasterxml.jackson..")))
        .check(HOUSE);
  }

  @Test
  void onlyOneClassTouchesPreviewApi() {
    var users =
        HOUSE.stream()
            .filter(
                user ->
                    user.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            used ->
                                used.getTargetClass().getName().contains("StructuredTaskScope")))
            .map(JavaClass::getName)
            .toList();

    assertThat(users).containsExactly("dev.tr116.agent.StructuredRuntime");
  }

  @Test
  void everyPackageIsNullMarked() {
    var packages = HOUSE.stream().map(JavaClass::getPackage).distinct().toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(isNullMarked(each)).as("%s is NullMarked", each.getName()).isTrue());
  }

  @Test
  void noStateIsStaticAndMutable() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("two sessions in one JVM must not meet")
        .check(HOUSE);
    fields()
        .that()
        .areStatic()
        .should()
        .notHaveRawType(
            describe(
                "a kind made for change",
                type ->
                    type.getPackageName().startsWith("java.util.concurrent.atomic")
                        || type.getName()
                            .matches(
                                "java\\.(util|lang)\\..*(Hash|Tree|Linked|Array|Weak|Concurrent|"
                                    + "CopyOnWrite|ThreadLocal|StringBu).*")))
        .check(HOUSE);
  }

  private static boolean uses(JavaClass user, String library) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(JavaClass.Predicates.resideInAPackage(library));
  }

  /** The names of foreign classes are enough, and much faster than the classes. */
  private static JavaClasses readWithoutItsSurroundings() {
    var arch = ArchConfiguration.get();
    var before = arch.resolveMissingDependenciesFromClassPath();
    arch.setResolveMissingDependenciesFromClassPath(false);
    try {
      return new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tr116");
    } finally {
      arch.setResolveMissingDependenciesFromClassPath(before);
    }
  }

  private static boolean isNullMarked(JavaPackage each) {
    return each.isAnnotatedWith(NullMarked.class);
  }

  private static DescribedPredicate<JavaClass> inTheHouse() {
    return JavaClass.Predicates.resideInAPackage("dev.tr116..");
  }
}
