package dev.tr116.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A scenario of one's own, beside {@link AgentBenchmark}: the same as the property {@code
 * tr116.scenario.<name>}. Where neither {@link AgentBenchmark#scenarios} nor a property chooses
 * scenarios, those declared so are run.
 */
@Documented
@Inherited
@Repeatable(AgentScenario.Several.class)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AgentScenario {
  /** Its name: lower-case letters, digits and {@code -}. */
  String name();

  /**
   * Its agents as {@code role: options}, e.g. {@code "collector: num_ctx=512"}; {@code "critic:"}
   * has the server's defaults.
   */
  String[] agents();

  /** Holds several of them; not written by hand. */
  @Documented
  @Inherited
  @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Several {
    /** The scenarios. */
    AgentScenario[] value();
  }
}
