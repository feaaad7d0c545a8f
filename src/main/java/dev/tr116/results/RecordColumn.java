package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a record says under the name of a table's column. */
final class RecordColumn {
  private static final Pattern LOSS =
      Pattern.compile("loss_(contention|imbalance|orchestration)_(ms|percent)");

  private RecordColumn() {}

  /** The text of the field; an empty text where it is absent, nothing where no record has it. */
  static Optional<String> of(RunEvidence run, String column) {
    var record = run.record().node();
    if (column.equals("backend")) {
      return Optional.of(BackendJson.read(run.record().object("backend")).phrase());
    }
    if (column.equals("agents")) {
      return Optional.of(String.valueOf(record.path("agents").size()));
    }
    if (column.equals("mean_slowdown")) {
      return Optional.of(meanSlowdown(record.path("agents")));
    }
    var energy = EnergyColumn.of(record, column);
    if (energy.isPresent()) {
      return energy.map(RecordColumn::text);
    }
    var loss = LOSS.matcher(column);
    if (loss.matches()) {
      return Optional.of(
          text(record.path("summary").path("loss_" + loss.group(2)).path(loss.group(1))));
    }
    for (var agent : record.path("agents")) {
      var prefix = agent.path("role").asText() + "_";
      if (column.startsWith(prefix)) {
        return ofAgent(agent, column.substring(prefix.length()));
      }
    }
    return Stream.of(record, record.path("summary"))
        .filter(object -> object.has(column))
        .map(object -> text(object.get(column)))
        .findFirst();
  }

  private static Optional<String> ofAgent(JsonNode agent, String column) {
    return switch (column) {
      case "eval_count" -> Optional.of(tokens(agent.path("calls")));
      case "failure" -> Optional.of(firstFailure(agent.path("calls")));
      default ->
          agent.has(column)
              ? Optional.of(text(agent.get(column)))
              : ofStage(agent.path("stages"), column);
    };
  }

  private static Optional<String> ofStage(JsonNode stages, String column) {
    for (var stage : stages) {
      var prefix = stage.path("stage").asText() + "_";
      if (column.startsWith(prefix) && stage.has(column.substring(prefix.length()))) {
        return Optional.of(text(stage.get(column.substring(prefix.length()))));
      }
    }
    return Optional.empty();
  }

  /** Of all agents or of none. */
  private static String meanSlowdown(JsonNode agents) {
    var slowdowns = agents.valueStream().map(agent -> agent.path("slowdown")).toList();
    return slowdowns.isEmpty() || !slowdowns.stream().allMatch(JsonNode::isNumber)
        ? ""
        : String.valueOf(
            slowdowns.stream().mapToDouble(JsonNode::doubleValue).average().getAsDouble());
  }

  private static String firstFailure(JsonNode calls) {
    return calls
        .valueStream()
        .map(call -> call.path("failure").path("kind").asText(""))
        .filter(kind -> !kind.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String tokens(JsonNode calls) {
    return calls.isEmpty()
            || calls.valueStream().anyMatch(call -> !call.path("eval_count").isNumber())
        ? ""
        : String.valueOf(
            calls.valueStream().mapToLong(call -> call.path("eval_count").asLong()).sum());
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() || value.isContainerNode() ? "" : value.asText();
  }
}
