package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a record tells the energy that stands in a column of the table. */
final class EnergyColumn {
  private static final Pattern DEVICE = Pattern.compile("joules_(gpu|cpu|total)_concurrent");
  private static final String ALONE = "_mean_watts_alone";

  private EnergyColumn() {}

  /** The field, missing where nothing was sampled; nothing for a column without energy. */
  static Optional<JsonNode> of(JsonNode record, String column) {
    var energy = record.path("energy");
    if (column.equals("energy_source")) {
      return Optional.of(energy.path("source"));
    }
    if (column.endsWith(ALONE)) {
      var role = column.substring(0, column.length() - ALONE.length());
      return energy
          .path("alone")
          .valueStream()
          .filter(agent -> agent.path("role").asText().equals(role))
          .findFirst()
          .map(agent -> agent.path("mean_watts_alone"))
          .or(() -> Optional.of(energy.path(ALONE)));
    }
    var device = DEVICE.matcher(column);
    if (device.matches()) {
      return Optional.of(energy.path(device.group(1)).path("joules_concurrent"));
    }
    return EnergyFigures.all().stream().anyMatch(figure -> figure.name().equals(column))
        ? Optional.of(energy.path(column))
        : Optional.empty();
  }
}
