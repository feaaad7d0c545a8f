package dev.tr116.results;

import java.util.List;
import java.util.stream.Stream;

/** The fields of a {@code metrics.json}. */
final class RecordFields {
  /** Every field of the record and where it stands; what reads records relies on these. */
  private static final List<String> RELIED_ON =
      """
      definitions
      suite
      runtime
      model
      scenario
      run_number
      session
      started_at
      status
      backend.kind
      backend.version
      backend.weights
      agents[].role
      agents[].endpoint
      agents[].options.num_gpu
      agents[].options.num_ctx
      agents[].options.temperature
      agents[].wall_ms
      agents[].solo_wall_ms
      agents[].solo_levelled_wall_ms
      agents[].slowdown
      agents[].ttft_ms
      agents[].throughput_tok_s
      agents[].calls[].stage
      agents[].calls[].ttft_ms
      agents[].calls[].ttft_from_intended_ms
      agents[].calls[].decode_rate_tok_s
      agents[].calls[].server_eval_rate_tok_s
      agents[].calls[].prefill_rate_tok_s
      agents[].calls[].prompt_eval_count
      agents[].calls[].eval_count
      agents[].calls[].total_duration_ms
      agents[].calls[].load_duration_ms
      agents[].calls[].prompt_eval_duration_ms
      agents[].calls[].eval_duration_ms
      agents[].calls[].server_queue_ms
      agents[].calls[].wall_ms
      agents[].calls[].itl_ms.p50
      agents[].calls[].itl_ms.p95
      agents[].calls[].itl_ms.max
      agents[].calls[].cold
      agents[].calls[].failure
      summary.concurrent_wall_time_ms
      summary.sequential_estimated_ms
      summary.concurrency_speedup
      summary.efficiency_percent
      summary.true_speedup
      summary.true_efficiency_percent
      summary.fairness
      summary.throughput_delta
      summary.ttft_delta_ms
      summary.start_skew_ms
      summary.resource_contention_detected
      summary.contention_reasons[]
      summary.loss_ms.contention
      summary.loss_ms.imbalance
      summary.loss_ms.orchestration
      summary.loss_ms.contention_by_phase.load
      summary.loss_ms.contention_by_phase.queue
      summary.loss_ms.contention_by_phase.prefill
      summary.loss_ms.contention_by_phase.decode
      summary.loss_ms.contention_by_phase.client
      verdicts[].slo
      verdicts[].limit
      verdicts[].value
      verdicts[].verdict
      verdicts[].why
      calibration.ttft_error_us_p50
      calibration.ttft_error_us_p99
      environment.fingerprint
      environment.jdk
      environment.os
      environment.cpu
      environment.gpu[]
      environment.ollama
      environment.model_digest
      environment.quantization
      environment.git
      """
          .lines()
          .toList();

  /** What stands there besides. */
  private static final List<String> BESIDES =
      """
      agents[].sent_options.num_gpu
      agents[].sent_options.num_ctx
      agents[].sent_options.temperature
      agents[].sent_options.seed
      agents[].solo_from_run
      agents[].slowdown_levelled
      agents[].decode_rate_tok_s
      agents[].stages[].stage
      agents[].stages[].kind
      agents[].stages[].start_ms
      agents[].stages[].wall_ms
      agents[].stages[].ttft_ms
      agents[].stages[].decode_rate_tok_s
      agents[].solo_stages[].stage
      agents[].solo_stages[].kind
      agents[].solo_stages[].start_ms
      agents[].solo_stages[].wall_ms
      agents[].solo_stages[].ttft_ms
      agents[].solo_stages[].decode_rate_tok_s
      agents[].calls[].ttfc_ms
      agents[].calls[].itl_ms.n
      summary.server_time_speedup
      summary.true_speedup_levelled
      summary.true_speedup_missing
      summary.true_speedup_levelled_missing
      summary.true_efficiency_levelled_percent
      summary.fairness_levelled
      summary.ideal_wall_time_ms
      summary.loss_percent.contention
      summary.loss_percent.imbalance
      summary.loss_percent.orchestration
      summary.loss_percent.contention_by_phase.load
      summary.loss_percent.contention_by_phase.queue
      summary.loss_percent.contention_by_phase.prefill
      summary.loss_percent.contention_by_phase.decode
      summary.loss_percent.contention_by_phase.client
      summary.contention_by_phase_missing
      verdicts[].warning
      calibration.agents
      calibration.calls
      calibration.chunk_error_us_p50
      calibration.chunk_error_us_p99
      calibration.window_ms
      calibration.gc_ms
      calibration.jit_ms
      invalid_because
      rerun_because
      verdicts[].interval
      verdicts[].more_runs
      environment.cores
      environment.memory_mib
      """
          .lines()
          .toList();

  private RecordFields() {}

  static List<String> all() {
    return Stream.concat(RELIED_ON.stream(), BESIDES.stream()).toList();
  }
}
