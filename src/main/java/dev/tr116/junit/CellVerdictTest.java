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
 * One invocation per cell, after its runs, named {@code gemma3 · chimera-homo · verdict}.
 *
 * <p>The method may take, in any order, a {@link dev.tr116.slo.CellVerdict}, the {@link
 * dev.tr116.metrics.CellMetrics} and the {@link dev.tr116.plan.CellId}. It is aborted when no run
 * of the cell was measured in this session, as when an IDE runs a single verdict.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{argumentSetName}")
@ArgumentsSource(CellArgumentsProvider.class)
@ExtendWith(BenchmarkExtension.class)
@ResourceLock(BenchmarkExtension.SERVERS)
@Execution(ExecutionMode.SAME_THREAD)
@Order(2000)
public @interface CellVerdictTest {}
