package dev.tr116.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Every figure of a run's record, from nothing but what each call takes. Written from the
 * definitions, not from the code that computes them.
 */
final class Arithmetic {
  private final List<AgentTruth> agents;
  private final double wall;
  private final List<Figure> figures = new ArrayList<>();

  private Arithmetic(List<AgentTruth> agents) {
    this.agents = agents;
    this.wall = agents.stream().mapToDouble(agent -> agent.together().wall()).max().orElseThrow();
  }

  static List<Figure> figures(List<AgentTruth> agents) {
    var arithmetic = new Arithmetic(agents);
    arithmetic.summary();
    arithmetic.loss();
    for (var i = 0; i < agents.size(); i++) {
      arithmetic.agent("/agents/" + i, agents.get(i));
    }
    return arithmetic.figures;
  }

  private void summary() {
    var n = agents.size();
    var own = sum(agent -> agent.together().wall());
    var alone = sum(agent -> agent.alone().wall());
    value("/summary/concurrent_wall_time_ms", wall);
    value("/summary/sequential_estimated_ms", own);
    value("/summary/concurrency_speedup", own / wall);
    value("/summary/efficiency_percent", 100 * own / wall / n);
    value(
        "/summary/server_time_speedup",
        sum(agent -> agent.together().prefill() + agent.together().decode()) / wall);
    value("/summary/true_speedup", alone / wall);
    value("/summary/true_speedup_levelled", sum(AgentTruth::levelled) / wall);
    value("/summary/true_efficiency_percent", 100 * alone / wall / n);
    var speed = sum(agent -> 1 / agent.slowdown());
    value(
        "/summary/fairness",
        speed * speed / (n * sum(agent -> 1 / (agent.slowdown() * agent.slowdown()))));
    var a = agents.get(0).together();
    var b = agents.get(1).together();
    difference(
        "/summary/throughput_delta",
        a.serverEvalRate() - b.serverEvalRate(),
        Math.max(a.serverEvalRate(), b.serverEvalRate()));
    difference("/summary/ttft_delta_ms", a.ttft() - b.ttft(), wall);
    difference("/summary/start_skew_ms", 0, wall);
  }

  private void loss() {
    var n = agents.size();
    var mean = sum(agent -> agent.together().wall()) / n;
    part("contention", mean - sum(agent -> agent.alone().wall()) / n);
    part("imbalance", wall - mean);
    part("orchestration", 0);
    part("contention_by_phase/load", longer(Phases::load));
    part("contention_by_phase/queue", longer(Phases::queue));
    part("contention_by_phase/prefill", longer(Phases::prefill));
    part("contention_by_phase/decode", longer(Phases::decode));
    part("contention_by_phase/client", 0);
  }

  private void agent(String at, AgentTruth agent) {
    value(at + "/wall_ms", agent.together().wall());
    value(at + "/solo_wall_ms", agent.alone().wall());
    value(at + "/solo_levelled_wall_ms", agent.levelled());
    value(at + "/slowdown", agent.slowdown());
    value(at + "/ttft_ms", agent.together().ttft());
    value(at + "/throughput_tok_s", agent.together().serverEvalRate());
    value(at + "/decode_rate_tok_s", agent.together().decodeRate());
    call(at + "/calls/0", agent.together());
    call(at + "/solo_calls/0", agent.alone());
  }

  private void call(String at, Phases call) {
    value(at + "/ttft_ms", call.ttft());
    // From the barrier on: connecting comes on top, which is the client's time and near 0.
    difference(at + "/ttft_from_intended_ms", call.ttft(), call.wall());
    value(at + "/ttfc_ms", call.ttfc());
    value(at + "/decode_rate_tok_s", call.decodeRate());
    value(at + "/server_eval_rate_tok_s", call.serverEvalRate());
    value(at + "/prefill_rate_tok_s", 1000 * KnownTruth.PROMPT_TOKENS / call.prefill());
    value(at + "/eval_count", call.tokens());
    value(at + "/total_duration_ms", call.wall());
    if (call.load() > 0) {
      value(at + "/load_duration_ms", call.load());
    }
    value(at + "/prompt_eval_duration_ms", call.prefill());
    value(at + "/eval_duration_ms", call.decode());
    difference(at + "/server_queue_ms", call.queue(), call.wall());
    value(at + "/wall_ms", call.wall());
  }

  private void part(String name, double value) {
    difference("/summary/loss_ms/" + name, value, wall);
  }

  private void value(String pointer, double value) {
    figures.add(Figure.of(pointer, value));
  }

  private void difference(String pointer, double value, double of) {
    figures.add(new Figure(pointer, value, of));
  }

  private double sum(ToDoubleFunction<AgentTruth> figure) {
    return agents.stream().mapToDouble(figure).sum();
  }

  private double longer(ToDoubleFunction<Phases> phase) {
    return sum(agent -> phase.applyAsDouble(agent.together()) - phase.applyAsDouble(agent.alone()))
        / agents.size();
  }
}
