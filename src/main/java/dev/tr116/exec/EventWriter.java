package dev.tr116.exec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ServerTimings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Writes the events of a program. Nothing is written while a call is under way, so that writing
 * disturbs no stamp.
 */
final class EventWriter {
  private static final JsonMapper JSON = new JsonMapper();

  private final PrintStream out;
  private final List<ObjectNode> noted = new ArrayList<>();

  EventWriter(PrintStream out) {
    this.out = out;
  }

  void ready() {
    write(event("ready").put("protocol", PlanLines.PROTOCOL));
  }

  /** Written with the next event that is, as the first calls are about to begin. */
  void released(long ns) {
    note(event("released").put("ns", ns));
  }

  /** Written with the next event that is, as the agent's first call is about to begin. */
  void agentStart(int agent, long ns) {
    note(event("agent_start").put("agent", agent).put("ns", ns));
  }

  void agentEnd(int agent, long ns) {
    write(event("agent_end").put("agent", agent).put("ns", ns));
  }

  void end(long ns) {
    write(event("end").put("ns", ns));
  }

  /** Everything about a call that is over. */
  void call(int agent, int call, CallTrace trace) {
    var stamps = trace.stamps();
    stamps.sent().ifPresent(ns -> write(event("sent", agent, call).put("ns", ns)));
    stamps
        .headers()
        .ifPresent(
            ns -> {
              var status =
                  trace
                      .failure()
                      .map(failure -> failure.httpStatus())
                      .filter(given -> given.isPresent())
                      .map(given -> given.getAsInt())
                      .orElse(200);
              write(event("headers", agent, call).put("ns", ns).put("status", status));
            });
    chunks(agent, call, trace);
    trace
        .failure()
        .ifPresentOrElse(
            failure -> {
              var failed = event("failed", agent, call).put("ns", stamps.closed());
              failed.put("kind", failure.kind().name()).put("message", failure.message());
              failure.httpStatus().ifPresent(status -> failed.put("status", status));
              write(failed);
            },
            () -> {
              var done = event("done", agent, call).put("ns", stamps.done().orElseThrow());
              done.put("closed_ns", stamps.closed());
              done.set("server", server(trace));
              write(done);
            });
  }

  /** Lines of one kind first, then those from the first of the other kind on. */
  private void chunks(int agent, int call, CallTrace trace) {
    var content = trace.stamps().firstContent();
    var thinking = trace.stamps().firstThinking();
    var turn = Math.max(content.orElse(Long.MIN_VALUE), thinking.orElse(Long.MIN_VALUE));
    var thinkingFirst = thinking.isPresent() && thinking.getAsLong() < turn;
    var contentFirst = content.isPresent() && content.getAsLong() < turn;
    var text = trace.answer();
    var thought = trace.thinking();
    if (content.isPresent() && thinking.isPresent() && (thinkingFirst || contentFirst)) {
      var before = trace.chunks().stream().filter(ns -> ns < turn);
      chunks(agent, call, before, contentFirst ? text : "", thinkingFirst ? thought : "");
      var after = trace.chunks().stream().filter(ns -> ns >= turn);
      chunks(agent, call, after, thinkingFirst ? text : "", contentFirst ? thought : "");
    } else if (trace.chunks().size() > 0) {
      chunks(agent, call, trace.chunks().stream(), text, thought);
    }
  }

  private void chunks(int agent, int call, LongStream ns, String content, String thinking) {
    var json = event("chunks", agent, call);
    var stamps = json.putArray("ns");
    ns.forEach(stamps::add);
    if (!content.isEmpty()) {
      json.put("content", content);
    }
    if (!thinking.isEmpty()) {
      json.put("thinking", thinking);
    }
    write(json);
  }

  private static ObjectNode server(CallTrace trace) {
    var json = JSON.createObjectNode().put("done", true);
    trace.doneReason().ifPresent(reason -> json.put("done_reason", reason));
    ServerTimings said = trace.server();
    put(json, "total_duration", said.totalNanos());
    put(json, "load_duration", said.loadNanos());
    put(json, "prompt_eval_count", said.promptEvalCount());
    put(json, "prompt_eval_cached_count", said.promptEvalCachedCount());
    put(json, "prompt_eval_duration", said.promptEvalNanos());
    put(json, "eval_count", said.evalCount());
    put(json, "eval_duration", said.evalNanos());
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalLong value) {
    value.ifPresent(number -> json.put(name, number));
  }

  private static ObjectNode event(String name) {
    return JSON.createObjectNode().put("event", name);
  }

  private static ObjectNode event(String name, int agent, int call) {
    return event(name).put("agent", agent).put("call", call);
  }

  private synchronized void note(ObjectNode event) {
    noted.add(event);
  }

  private synchronized void write(ObjectNode event) {
    noted.add(event);
    noted.forEach(this::print);
    noted.clear();
    out.flush();
  }

  private void print(ObjectNode event) {
    out.writeBytes((event + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
