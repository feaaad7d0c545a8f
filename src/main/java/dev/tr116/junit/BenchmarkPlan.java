package dev.tr116.junit;

import dev.tr116.plan.Matrix;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.ShardVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class is to run; nothing is started by it.
 *
 * @param settings checked
 * @param matrix never empty
 */
record BenchmarkPlan(Settings settings, Matrix matrix) {
  static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BenchmarkPlan.class);

  /**
   * The plan of the context's test class.
   *
   * @throws dev.tr116.plan.SettingsException naming everything that is wrong
   */
  static BenchmarkPlan of(ExtensionContext context) {
    var type = context.getRequiredTestClass();
    var annotation =
        AnnotationSupport.findAnnotation(
            type, AgentBenchmark.class, context.getEnclosingTestClasses());
    return of(
        GivenProperties.of(
            loader(type), annotation, scenarios(context, type), System.getProperties()),
        System.getenv());
  }

  /** The index variables of a job count only where nobody chose a shard. */
  static BenchmarkPlan of(Map<String, String> set, Map<String, String> environment) {
    var given = new HashMap<>(set);
    if (given.getOrDefault(Property.SHARD.key(), "").isBlank()) {
      ShardVariables.in(environment)
          .ifPresent(shard -> given.put(Property.SHARD.key(), shard.toString()));
    }
    var settings = Settings.of(given);
    return new BenchmarkPlan(settings, Matrix.of(settings));
  }

  /** Of the class itself, else of the nearest class around it that declares any. */
  private static List<AgentScenario> scenarios(ExtensionContext context, Class<?> type) {
    return Stream.concat(Stream.of(type), context.getEnclosingTestClasses().reversed().stream())
        .map(each -> AnnotationSupport.findRepeatableAnnotations(each, AgentScenario.class))
        .filter(declared -> !declared.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static ClassLoader loader(Class<?> type) {
    return type.getClassLoader() == null
        ? ClassLoader.getSystemClassLoader()
        : type.getClassLoader();
  }
}
