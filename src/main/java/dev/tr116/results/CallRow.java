package dev.tr116.results;

import dev.tr116.metrics.CallMetrics;
import dev.tr116.statistics.Distribution;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of a run, as tables for other programs hold it.
 *
 * @param block the run
 * @param part of its block: {@code primer}, {@code concurrent}, {@code single} or {@code solo}
 * @param agent that made the call
 * @param number of the call among the agent's, from 1
 * @param call itself
 */
record CallRow(KeptBlock block, String part, AgentRun agent, int number, CallTrace call) {
  private static final String WHICH =
      "suite,runtime,model,scenario,options,run_number,part,role,call";

  static final String HEADER =
      WHICH
          + ",stage,endpoint,intended_ns,sent_ns,headers_ns,first_thinking_ns,first_content_ns"
          + ",last_content_ns,done_ns,closed_ns,ttft_ms,ttft_from_intended_ms,ttfc_ms"
          + ",decode_rate_tok_s,server_eval_rate_tok_s,prefill_rate_tok_s,prompt_eval_count"
          + ",eval_count,total_duration_ms,load_duration_ms,prompt_eval_duration_ms"
          + ",eval_duration_ms,server_queue_ms,wall_ms,chunks,itl_p50_ms,itl_max_ms,cold"
          + ",done_reason,failure,failure_message\r\n";

  static final String CHUNK_HEADER = WHICH + ",chunk,at_ns\r\n";

  /** Every call of a run, in the order of its parts. */
  static List<CallRow> of(KeptBlock block) {
    var rows = new ArrayList<CallRow>();
    var run = block.run();
    add(rows, block, "primer", run.primers());
    add(rows, block, run.id().cell().isSideBySide() ? "concurrent" : "single", run.agents());
    add(rows, block, "solo", run.solo());
    return rows;
  }

  private static void add(List<CallRow> rows, KeptBlock block, String part, List<AgentRun> agents) {
    for (var agent : agents) {
      for (var i = 0; i < agent.calls().size(); i++) {
        rows.add(new CallRow(block, part, agent, i + 1, agent.calls().get(i)));
      }
    }
  }

  /** The row below {@link #HEADER}. */
  String line() {
    var stamps = call.stamps();
    var figures = CallMetrics.of(call);
    return row(
        Stream.concat(
            which(),
            Stream.of(
                call.stage(),
                agent.endpoint(),
                OptionalLong.of(stamps.intended() - zero()),
                since(stamps.sent()),
                since(stamps.headers()),
                since(stamps.firstThinking()),
                since(stamps.firstContent()),
                since(stamps.lastContent()),
                since(stamps.done()),
                OptionalLong.of(stamps.closed() - zero()),
                figures.ttft(),
                figures.ttftFromIntended(),
                figures.ttfc(),
                figures.decodeRate(),
                figures.serverEvalRate(),
                figures.prefillRate(),
                figures.promptEvalCount(),
                figures.evalCount(),
                figures.total(),
                figures.load(),
                figures.promptEval(),
                figures.eval(),
                figures.queue(),
                figures.wall(),
                call.chunks().size(),
                itl(figures, Distribution::p50),
                itl(figures, Distribution::max),
                figures.cold().map(Object::toString).orElse(""),
                call.doneReason().orElse(""),
                call.failure().map(failure -> failure.kind().name()).orElse(""),
                call.failure().map(failure -> failure.message()).orElse(""))));
  }

  /** The row of one streamed line below {@link #CHUNK_HEADER}. */
  String chunkLine(int chunk) {
    return row(Stream.concat(which(), Stream.of(chunk + 1, call.chunks().get(chunk) - zero())));
  }

  private Stream<Object> which() {
    var cell = block.run().id().cell();
    return Stream.of(
        cell.suite(),
        cell.runtime(),
        cell.model().tag(),
        cell.scenario(),
        cell.options(),
        block.run().id().number(),
        part,
        agent.role(),
        number);
  }

  /** The barrier of its part: an agent's first call is meant to start with it. */
  private long zero() {
    return agent.calls().getFirst().stamps().intended();
  }

  private OptionalLong since(OptionalLong stamp) {
    return stamp.isPresent() ? OptionalLong.of(stamp.getAsLong() - zero()) : stamp;
  }

  private static OptionalDouble itl(CallMetrics call, ToDoubleFunction<Distribution> figure) {
    Optional<Distribution> gaps = call.itl();
    return gaps.isPresent()
        ? OptionalDouble.of(figure.applyAsDouble(gaps.get()))
        : OptionalDouble.empty();
  }

  private static String row(Stream<Object> fields) {
    return fields.map(AnalysisCsv::field).collect(Collectors.joining(",")) + "\r\n";
  }
}
