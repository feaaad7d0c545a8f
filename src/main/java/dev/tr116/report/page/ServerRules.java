package dev.tr116.report.page;

import dev.tr116.metrics.CallMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.report.page.Finding.Level;
import dev.tr116.results.KeptBlock;
import dev.tr116.telemetry.ServerMemory;
import dev.tr116.trace.CallTrace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** What servers do that a reader must know: loads, caches, memory. */
final class ServerRules {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private ServerRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "cold loads",
            Level.BAD,
            "a measured call paid for loading the model",
            String.format(
                Locale.ROOT,
                "where a call's load_duration is above %.0f ms",
                CallMetrics.COLD_ABOVE_MS),
            "raise tr116.warmup or tr116.keep-alive, and give each model room to stay in memory."
                + " Such runs are invalid and enter no figure.",
            ServerRules::cold),
        new Rule(
            "reloads",
            Level.BAD,
            "a model was loaded anew while it was measured",
            "where the model in a server's memory changed within a run",
            "let agents of one server ask for the same context and GPU layers, or give each a server"
                + " of its own.",
            data -> data.stored().notes().reloads()),
        new Rule(
            "prompt-cache hits",
            Level.WARN,
            "a server answered prompts from its cache",
            "where a server tells of cached prompt tokens",
            "read TTFT with care: it is shorter than for a prompt that is new. prefill_rate is"
                + " absent for these calls. Prompts begin with a nonce so that whole prompts are"
                + " not cached; switch the server's prompt cache off to measure prefill.",
            ServerRules::cached),
        new Rule(
            "models partly on the CPU",
            Level.WARN,
            "a model does not fit into GPU memory",
            "where a server holds a part of its models outside of GPU memory",
            "take a smaller context, fewer GPU layers, a smaller quantization, or a server with more"
                + " memory; tr116.fallback can do so.",
            ServerRules::spilt),
        new Rule(
            "thinking",
            Level.INFO,
            "the model thinks before it answers",
            "where a call streams thinking text, so that TTFC, the first text of the answer, is"
                + " later than TTFT",
            "judge what a user waits for by TTFC, or switch thinking off.",
            ServerRules::thinking));
  }

  private static List<String> cold(PageData data) {
    return each(
        data,
        cell -> {
          var runs =
              cell.metrics().runs().stream()
                  .filter(run -> calls(run).anyMatch(ServerRules::isCold))
                  .toList();
          var longest =
              runs.stream()
                  .flatMap(ServerRules::calls)
                  .filter(ServerRules::isCold)
                  .mapToDouble(call -> call.load().orElse(0))
                  .max();
          return runs.isEmpty()
              ? ""
              : Words.count(runs.size(), "run")
                  + " of "
                  + cell.metrics().runs().size()
                  + ", up to "
                  + Unit.MILLIS.of(longest.orElseThrow());
        });
  }

  private static List<String> cached(PageData data) {
    return each(
        data,
        cell -> {
          var calls = cell.stored().runs().stream().flatMap(ServerRules::traces).toList();
          var hits =
              calls.stream()
                  .filter(call -> call.server().promptEvalCachedCount().orElse(0) > 0)
                  .toList();
          if (hits.isEmpty()) {
            return "";
          }
          var tokens =
              hits.stream().mapToLong(c -> c.server().promptEvalCachedCount().orElse(0)).sum();
          var counts = hits.stream().map(call -> call.server().promptEvalCount()).toList();
          return hits.size()
              + " of "
              + Words.count(calls.size(), "call")
              + ", "
              + tokens
              // A server may leave the count of a prompt out; then their sum is not known.
              + (counts.stream().allMatch(OptionalLong::isPresent)
                  ? " of their " + counts.stream().mapToLong(OptionalLong::getAsLong).sum()
                  : "")
              + " prompt tokens";
        });
  }

  private static List<String> spilt(PageData data) {
    return each(
        data,
        cell -> {
          var told = new LinkedHashSet<String>();
          for (var run : cell.stored().runs()) {
            for (var agent : run.kept().agents()) {
              agent
                  .memory()
                  .after()
                  .filter(ServerRules::isSpilt)
                  .ifPresent(memory -> told.add(agent.role() + "'s server: " + words(memory)));
            }
          }
          return Words.shortList(List.copyOf(told), 3);
        });
  }

  private static List<String> thinking(PageData data) {
    return each(
        data,
        cell -> {
          var calls =
              cell.metrics().measured().stream()
                  .flatMap(run -> run.agents().stream())
                  .flatMap(agent -> agent.calls().stream())
                  .filter(call -> call.ttft().isPresent() && call.ttfc().isPresent())
                  .toList();
          var thinking =
              calls.stream()
                  .filter(call -> call.ttfc().getAsDouble() > call.ttft().getAsDouble())
                  .toList();
          return thinking.isEmpty()
              ? ""
              : thinking.size()
                  + " of "
                  + Words.count(calls.size(), "call")
                  + ", TTFT "
                  + Unit.MILLIS.of(mean(thinking.stream().map(c -> c.ttft().getAsDouble())))
                  + ", TTFC "
                  + Unit.MILLIS.of(mean(thinking.stream().map(c -> c.ttfc().getAsDouble())))
                  + " in the mean";
        });
  }

  /** A line for each cell of which there is something to say. */
  static List<String> each(PageData data, Function<CellView, String> words) {
    var lines = new ArrayList<String>();
    for (var cell : data.cells()) {
      var said = words.apply(cell);
      if (!said.isEmpty()) {
        lines.add(cell.name() + ": " + said);
      }
    }
    return lines;
  }

  private static boolean isCold(CallMetrics call) {
    return call.cold().orElse(false);
  }

  private static boolean isSpilt(ServerMemory memory) {
    return memory.vramBytes().orElse(0) > 0 && memory.cpuBytes().orElse(0) > 0;
  }

  private static String words(ServerMemory memory) {
    return String.format(
        Locale.ROOT,
        "%.1f of %.1f GiB on the CPU",
        memory.cpuBytes().orElseThrow() / GIB,
        memory.bytes().orElseThrow() / GIB);
  }

  private static Stream<CallMetrics> calls(DualRunMetrics run) {
    return run.agents().stream()
        .flatMap(agent -> Stream.concat(agent.calls().stream(), agent.soloCalls().stream()));
  }

  private static Stream<CallTrace> traces(KeptBlock block) {
    return Stream.concat(block.run().agents().stream(), block.run().solo().stream())
        .flatMap(agent -> agent.calls().stream());
  }

  private static double mean(Stream<Double> values) {
    return values.mapToDouble(value -> value).average().orElseThrow();
  }
}
