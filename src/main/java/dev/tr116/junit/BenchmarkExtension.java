package dev.tr116.junit;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunId;
import dev.tr116.results.StoredRun;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Runs what an invocation stands for before its method is called, and hands the method what was
 * measured.
 */
final class BenchmarkExtension
    implements BeforeAllCallback, BeforeTestExecutionCallback, ParameterResolver {
  /** Whoever measures has the servers for itself. */
  static final String SERVERS = "dev.tr116.servers";

  private static final Map<Class<?>, Function<MeasuredRun, Object>> OF_A_RUN =
      Map.of(
          DualRun.class, MeasuredRun::run,
          DualRunMetrics.class, MeasuredRun::metrics,
          PlannedRun.class, MeasuredRun::planned,
          RunId.class, measured -> measured.planned().id(),
          StoredRun.class, MeasuredRun::stored);

  private static final Map<Class<?>, Function<CellVerdict, Object>> OF_A_CELL =
      Map.of(
          CellVerdict.class, verdict -> verdict,
          CellMetrics.class, CellVerdict::cell,
          CellId.class, verdict -> verdict.cell().id());

  @Override
  public void beforeAll(ExtensionContext context) {
    var session = BenchmarkSession.in(context);
    context.publishReportEntry(AgentBenchmark.RESULTS, session.directory().toString());
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    if (isRun(context)) {
      measure(context);
    } else if (isVerdict(context)) {
      judge(context);
    }
  }

  private static void measure(ExtensionContext context) {
    var session = BenchmarkSession.in(context);
    var planned = session.matrix().runs().get(Invocation.index(context));
    session.report().identify(planned);
    if (session.leavesOut(planned)) {
      throw new TestAbortedException(AbortWords.decided(planned));
    }
    var measured = session.measure(planned);
    store(context).put(MeasuredRun.class, measured);
    if (measured.isKept()) {
      context.publishReportEntry("kept from", measured.stored().startedAt().toString());
    }
    if (measured.status() != RunStatus.OK) {
      throw new AssertionFailedError(measured.failureMessage());
    }
  }

  private static void judge(ExtensionContext context) {
    var session = BenchmarkSession.in(context);
    var cell = session.matrix().cells().get(Invocation.index(context));
    session.report().identify(cell.id());
    session.requireGoingOn();
    var verdict =
        session
            .judge(cell)
            .orElseThrow(() -> new TestAbortedException(AbortWords.noRunOf(cell.id())));
    store(context).put(CellVerdict.class, verdict);
    session.publish(verdict);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return (isRun(context) && OF_A_RUN.containsKey(type))
        || (isVerdict(context) && OF_A_CELL.containsKey(type));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (isRun(context)) {
      return injected(store(context).get(MeasuredRun.class, MeasuredRun.class), OF_A_RUN, type);
    }
    return injected(store(context).get(CellVerdict.class, CellVerdict.class), OF_A_CELL, type);
  }

  private static <T> Object injected(
      @org.jspecify.annotations.Nullable T measured,
      Map<Class<?>, Function<T, Object>> views,
      Class<?> type) {
    var view = views.get(type);
    if (measured == null || view == null) {
      throw new ParameterResolutionException(
          type.getSimpleName()
              + " is known only inside the test method: take it as a parameter there, not in a"
              + " constructor or a @BeforeEach method");
    }
    return view.apply(measured);
  }

  private static boolean isRun(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), DualAgentTest.class);
  }

  private static boolean isVerdict(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), CellVerdictTest.class);
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(BenchmarkPlan.NAMESPACE);
  }
}
