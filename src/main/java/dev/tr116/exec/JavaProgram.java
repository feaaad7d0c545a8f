package dev.tr116.exec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.TransportChoice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An outside program in Java: this project's own client in a JVM of its own, each agent on a
 * virtual thread. So another JVM, or other flags, can be measured as a runtime. It needs no
 * preview.
 */
public final class JavaProgram {
  private static final JsonMapper JSON = new JsonMapper();

  private final LlmClient client;
  private final EventWriter events;
  private Optional<JavaPart> part = Optional.empty();

  private JavaProgram(LlmClient client, EventWriter events) {
    this.client = client;
    this.events = events;
  }

  /**
   * Speaks the protocol until the standard input ends.
   *
   * @param args what carries the calls to {@code http} endpoints, {@code selector} or {@code jdk};
   *     none for the standard
   * @throws IllegalArgumentException when they are something else
   * @throws IOException when a command cannot be understood, or the streams break
   */
  public static void main(String[] args) throws IOException {
    try (var client = new OllamaClient(OllamaAccess.OPEN, transport(List.of(args)))) {
      var program = new JavaProgram(client, new EventWriter(System.out));
      var lines = new Lines(System.in);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        program.obey(JSON.readTree(line.get()));
      }
      program.part.ifPresent(JavaPart::cancel);
    }
  }

  private static TransportChoice transport(List<String> args) {
    if (args.isEmpty()) {
      return TransportChoice.STANDARD;
    }
    for (var choice : TransportChoice.values()) {
      if (args.equals(List.of(choice.word()))) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "write nothing, selector or jdk after " + JavaProgram.class.getName() + ", not " + args);
  }

  private void obey(JsonNode order) throws IOException {
    var command = order.path("command").asText();
    if (command.equals("plan")) {
      if (order.path("protocol").intValue() != PlanLines.PROTOCOL
          || !order.path("api").asText().equals(PlanLines.API)) {
        throw new IOException(
            "this program speaks protocol " + PlanLines.PROTOCOL + " for " + PlanLines.API);
      }
      part = Optional.of(new JavaPart(client, events, order.path("agents")));
      events.ready();
      return;
    }
    var present =
        part.orElseThrow(() -> new IOException("the command " + command + " needs a plan before"));
    switch (command) {
      case "go" -> present.go();
      case "call" -> present.order(order.path("agent").intValue(), Optional.of(order.path("call")));
      case "end" -> present.order(order.path("agent").intValue(), Optional.empty());
      case "cancel" -> present.cancel();
      default -> throw new IOException("there is no command '" + command + "'");
    }
  }
}
