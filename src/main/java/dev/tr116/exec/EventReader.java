package dev.tr116.exec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.llm.Terminator;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads the lines of a program; unknown fields are passed over, unknown events are not. */
final class EventReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String line;
  private final JsonNode json;

  private EventReader(String line) throws ProtocolException {
    this.line = line;
    try {
      this.json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw ProtocolException.in(line, "every line of its standard output must be a JSON object");
    }
    if (!json.isObject()) {
      throw ProtocolException.in(line, "every line of its standard output must be a JSON object");
    }
  }

  /** The event of a line. */
  static Event read(String line) throws ProtocolException {
    return new EventReader(line).event();
  }

  private Event event() throws ProtocolException {
    var name = text("event");
    return switch (name) {
      case "ready" -> ready();
      case "released" -> new Event.Released(number("ns"));
      case "agent_start" -> new Event.AgentStart(index("agent"), number("ns"));
      case "sent" -> new Event.Sent(index("agent"), index("call"), number("ns"));
      case "headers" ->
          new Event.Headers(index("agent"), index("call"), number("ns"), index("status"));
      case "chunks" -> chunks();
      case "done" -> done();
      case "failed" -> failed();
      case "agent_end" -> new Event.AgentEnd(index("agent"), number("ns"));
      case "end" -> new Event.Over(number("ns"));
      default -> throw wrong("there is no event '" + name + "'");
    };
  }

  private Event ready() throws ProtocolException {
    var protocol = number("protocol");
    if (protocol != PlanLines.PROTOCOL) {
      throw wrong("it must speak protocol " + PlanLines.PROTOCOL);
    }
    return new Event.Ready();
  }

  private Event chunks() throws ProtocolException {
    var stamps = json.path("ns");
    var ns = new ArrayList<Long>();
    for (var stamp : stamps) {
      if (!stamp.canConvertToLong() || !stamp.isIntegralNumber()) {
        throw wrong("ns of chunks must be whole numbers");
      }
      ns.add(stamp.longValue());
    }
    var content = json.path("content").asText("");
    var thinking = json.path("thinking").asText("");
    if (!stamps.isArray() || ns.isEmpty() || (content.isEmpty() && thinking.isEmpty())) {
      throw wrong("chunks need a list ns of at least one stamp, and content or thinking");
    }
    return new Event.Chunks(index("agent"), index("call"), ns, content, thinking);
  }

  private Event done() throws ProtocolException {
    var server = json.path("server");
    if (!server.isObject()) {
      throw wrong("done needs server: the terminator as the server sent it");
    }
    try {
      var terminator =
          Terminator.read(server.toString().getBytes(StandardCharsets.UTF_8))
              .orElseThrow(() -> wrong("server of done must be the terminator, with done: true"));
      return new Event.Done(
          index("agent"), index("call"), number("ns"), number("closed_ns"), terminator);
    } catch (IOException e) {
      throw wrong("server of done must be the terminator as the server sent it");
    }
  }

  private Event failed() throws ProtocolException {
    var kind = text("kind");
    if (Arrays.stream(FailureKind.values()).noneMatch(each -> each.name().equals(kind))) {
      throw wrong("kind must be one of " + Arrays.toString(FailureKind.values()));
    }
    var status = json.path("status").isInt();
    return new Event.Failed(
        index("agent"),
        index("call"),
        number("ns"),
        FailureKind.valueOf(kind),
        text("message"),
        status ? OptionalInt.of(index("status")) : OptionalInt.empty());
  }

  private String text(String field) throws ProtocolException {
    var value = json.path(field);
    if (!value.isTextual()) {
      throw wrong("it needs a text " + field);
    }
    return value.textValue();
  }

  private int index(String field) throws ProtocolException {
    var value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw wrong("it needs a whole number " + field + ", 0 or more");
    }
    return value.intValue();
  }

  private long number(String field) throws ProtocolException {
    var value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong("it needs a whole number " + field);
    }
    return value.longValue();
  }

  private ProtocolException wrong(String what) {
    return ProtocolException.in(line, what);
  }
}
