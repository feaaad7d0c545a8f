package dev.tr116.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test class a benchmark: its {@link DualAgentTest} methods get one invocation per run of
 * the matrix, its {@link CellVerdictTest} methods one per cell, after the runs.
 *
 * <p>What stands here gives way to a {@code -Dtr116.*} property and goes before {@code
 * tr116.properties} on the test class path. The settings are checked whole before anything starts.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({PreflightCondition.class, BenchmarkExtension.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface AgentBenchmark {
  /** The key of the class's report entry that tells the folder of its session. */
  String RESULTS = "tr116.session.folder";

  /** The models, as {@code tr116.models} takes them; empty leaves the property's default. */
  String[] models() default {};

  /** The scenarios, as {@code tr116.scenarios} takes them; empty leaves the property's default. */
  String[] scenarios() default {};

  /** Measured runs per cell; 0 leaves the property's default. */
  int runs() default 0;

  /**
   * Any other properties, as {@code name=value}, with or without the leading {@code tr116.}, e.g.
   * {@code "num-predict=64"}.
   */
  String[] properties() default {};
}
