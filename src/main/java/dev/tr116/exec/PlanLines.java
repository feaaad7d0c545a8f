package dev.tr116.exec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.WireCall;
import dev.tr116.plan.Timeouts;
import java.util.List;
import java.util.Optional;

/** Writes the lines a program reads. */
final class PlanLines {
  /** The version of the protocol. */
  static final int PROTOCOL = 1;

  /** How the calls' answers are streamed: lines of Ollama's {@code /api/generate}. */
  static final String API = "ollama-generate";

  private static final JsonMapper JSON = new JsonMapper();

  private PlanLines() {}

  /** The plan of a part: every agent with its first call, if it has any. */
  static String plan(List<? extends Steps> agents, List<Optional<LlmRequest>> first) {
    var plan = command("plan");
    plan.put("protocol", PROTOCOL);
    plan.put("api", API);
    var list = plan.putArray("agents");
    for (var i = 0; i < agents.size(); i++) {
      var agent = list.addObject();
      agent.put("agent", i);
      agent.put("role", agents.get(i).role().name());
      first.get(i).ifPresent(request -> agent.set("call", call(request)));
    }
    return plan.toString();
  }

  /** Opens the barrier. */
  static String go() {
    return command("go").toString();
  }

  /** The next call of an agent. */
  static String call(int agent, LlmRequest request) {
    var line = command("call");
    line.put("agent", agent);
    line.set("call", call(request));
    return line.toString();
  }

  /** An agent has no more calls. */
  static String end(int agent) {
    return command("end").put("agent", agent).toString();
  }

  /** Every agent is to end now. */
  static String cancel() {
    return command("cancel").toString();
  }

  private static ObjectNode command(String name) {
    return JSON.createObjectNode().put("command", name);
  }

  private static ObjectNode call(LlmRequest request) {
    var wire = WireCall.of(request);
    var call = JSON.createObjectNode();
    call.put("url", wire.url().toString());
    var headers = call.putObject("headers");
    wire.headers().forEach(headers::put);
    call.put("body", wire.body());
    call.set("timeouts_ms", timeouts(request.timeouts()));
    return call;
  }

  private static ObjectNode timeouts(Timeouts timeouts) {
    var json = JSON.createObjectNode();
    json.put("connect", timeouts.connect().toMillis());
    json.put("first_token", timeouts.firstToken().toMillis());
    json.put("idle", timeouts.idle().toMillis());
    json.put("total", timeouts.total().toMillis());
    return json;
  }
}
