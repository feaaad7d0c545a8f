package dev.tr116.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * The {@code trace.jsonl.gz} of a run: one line a call, stamps in ns from the barrier of its own
 * block part, each chunk as the ns since the one before.
 */
final class TraceLines {
  private TraceLines() {}

  static byte[] compressed(DualRun run) {
    var bytes = new ByteArrayOutputStream();
    var mapper = new ObjectMapper();
    try (var gzip = new FiguresGzip(bytes)) {
      var part = run.id().cell().isSideBySide() ? "concurrent" : "single";
      writeAll(gzip, mapper, "primer", run.primers());
      writeAll(gzip, mapper, part, run.agents());
      writeAll(gzip, mapper, "solo", run.solo());
    } catch (IOException impossible) {
      throw new UncheckedIOException("a trace in memory can always be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeAll(
      OutputStream gzip, ObjectMapper mapper, String part, List<AgentRun> agents)
      throws IOException {
    for (var agent : agents) {
      for (var call : agent.calls()) {
        var zero = agent.calls().getFirst().stamps().intended();
        var line = line(call, zero);
        line.put("part", part);
        line.put("role", agent.role().name());
        gzip.write(mapper.writeValueAsBytes(line));
        gzip.write('\n');
      }
    }
  }

  /** Its first call is meant to start with the barrier, which is where an agent's time begins. */
  private static ObjectNode line(CallTrace call, long zero) {
    var stamps = call.stamps();
    var json = Json.object();
    json.put("stage", call.stage());
    json.put("intended_ns", stamps.intended() - zero);
    Json.put(json, "sent_ns", since(zero, stamps.sent()));
    Json.put(json, "headers_ns", since(zero, stamps.headers()));
    Json.put(json, "first_thinking_ns", since(zero, stamps.firstThinking()));
    Json.put(json, "first_content_ns", since(zero, stamps.firstContent()));
    Json.put(json, "last_content_ns", since(zero, stamps.lastContent()));
    Json.put(json, "done_ns", since(zero, stamps.done()));
    json.put("closed_ns", stamps.closed() - zero);
    json.put("done_reason", call.doneReason().orElse(null));
    var gaps = json.putArray("chunk_gaps_ns");
    var before = zero;
    for (var i = 0; i < call.chunks().size(); i++) {
      gaps.add(call.chunks().get(i) - before);
      before = call.chunks().get(i);
    }
    return json;
  }

  private static OptionalLong since(long zero, OptionalLong stamp) {
    return stamp.isPresent() ? OptionalLong.of(stamp.getAsLong() - zero) : stamp;
  }
}
