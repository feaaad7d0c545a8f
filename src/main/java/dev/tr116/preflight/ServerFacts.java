package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.llm.ResidentModel;
import dev.tr116.llm.ServerDate;
import dev.tr116.plan.Model;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one server told.
 *
 * @param endpoint where it listens
 * @param version of itself; empty when it tells none
 * @param models on its disk; empty when it did not tell
 * @param shown more of those it will be asked for
 * @param inMemory now; empty when it did not tell
 * @param date its clock; empty when it tells none
 * @param notTold why it did not tell something, for people
 * @param notPulled why it did not get a model it was told to get, for people
 */
record ServerFacts(
    URI endpoint,
    Optional<String> version,
    Optional<List<ModelInfo>> models,
    Map<Model, ModelInfo> shown,
    Optional<List<ResidentModel>> inMemory,
    Optional<ServerDate> date,
    List<String> notTold,
    Map<Model, String> notPulled) {

  /** What it lists of a model. */
  Optional<ModelInfo> listed(Model model) {
    return models.stream()
        .flatMap(List::stream)
        .filter(info -> info.name().equals(model.tag()))
        .findFirst();
  }
}
