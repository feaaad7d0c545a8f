package dev.tr116.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * One invocation per run of the matrix, named {@code gemma3 · chimera-homo · run 2/5}.
 *
 * <p>The agents run before the method is called; what they did is on disk by then. A run in which a
 * call failed fails the test without calling the method. The method may take, in any order, a
 * {@link dev.tr116.trace.DualRun}, its {@link dev.tr116.metrics.DualRunMetrics}, the {@link
 * dev.tr116.plan.PlannedRun}, the {@link dev.tr116.plan.RunId} and a {@link
 * dev.tr116.results.StoredRun}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{argumentSetName}")
@ArgumentsSource(RunArgumentsProvider.class)
@ExtendWith(BenchmarkExtension.class)
@ResourceLock(BenchmarkExtension.SERVERS)
@Execution(ExecutionMode.SAME_THREAD)
@Order(1000)
public @interface DualAgentTest {}
