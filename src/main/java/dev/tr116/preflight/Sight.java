package dev.tr116.preflight;

import dev.tr116.llm.ResidentModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a server said it had in memory at a moment.
 *
 * @param at when it was asked, by this machine's clock
 * @param models empty when it did not tell
 * @param notTold why it did not tell; empty when it did
 */
record Sight(Instant at, Optional<List<ResidentModel>> models, Optional<String> notTold) {

  /** What an agent asks for, if it is there. */
  Optional<ResidentModel> of(Demand demand) {
    return models.flatMap(there -> LoadedChecks.find(demand, there));
  }

  /** The names of other models that are there. */
  List<String> besides(Demand demand) {
    return models.stream()
        .flatMap(List::stream)
        .map(ResidentModel::name)
        .filter(name -> !name.equals(demand.model().tag()))
        .toList();
  }
}
