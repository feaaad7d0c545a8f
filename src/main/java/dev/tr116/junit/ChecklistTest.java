package dev.tr116.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One test per session, after the verdicts: goes through the checklist of the session's files. It
 * is aborted when no run was measured in this session, as when an IDE runs it alone.
 *
 * <p>The method may take a {@link dev.tr116.slo.Checklist}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(ChecklistExtension.class)
@ResourceLock(BenchmarkExtension.SERVERS)
@Execution(ExecutionMode.SAME_THREAD)
@Order(4000)
public @interface ChecklistTest {}
