package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.plan.Model;
import dev.tr116.plan.ShellWord;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether all servers have the same weights under the same name. */
final class WeightChecks implements CheckFamily {
  @Override
  public Stream<Finding> look(Facts facts) {
    return facts.haveModels()
        ? facts.demands().stream()
            .map(Demand::model)
            .distinct()
            .flatMap(model -> Stream.of(digest(facts, model), quantization(facts, model)))
            .flatMap(Optional::stream)
        : Stream.empty();
  }

  private static Optional<Finding> digest(Facts facts, Model model) {
    return differs(facts, model, ModelInfo::digest)
        ? Optional.of(
            Finding.error(
                Check.DIGEST,
                "the servers have different weights under the name "
                    + model.tag()
                    + " ("
                    + each(facts, model, info -> info.digest().map(ModelChecks::shortened))
                    + "), so their agents would not run the same model; run `ollama pull "
                    + ShellWord.of(model.tag())
                    + "` on every one of them"))
        : Optional.empty();
  }

  private static Optional<Finding> quantization(Facts facts, Model model) {
    return differs(facts, model, ModelInfo::quantization)
        ? Optional.of(
            Finding.warning(
                Check.QUANTIZATION,
                model.tag()
                    + " is quantized differently ("
                    + each(facts, model, ModelInfo::quantization)
                    + "); name one quantization in the model's tag"))
        : Optional.empty();
  }

  private static boolean differs(
      Facts facts, Model model, Function<ModelInfo, Optional<String>> trait) {
    return having(facts, model)
            .flatMap(server -> server.listed(model).flatMap(trait).stream())
            .distinct()
            .count()
        > 1;
  }

  private static String each(
      Facts facts, Model model, Function<ModelInfo, Optional<String>> trait) {
    return having(facts, model)
        .map(
            server ->
                server.listed(model).flatMap(trait).orElse("an unknown one")
                    + " at "
                    + server.endpoint())
        .collect(Collectors.joining(", "));
  }

  private static Stream<ServerFacts> having(Facts facts, Model model) {
    return facts.servers().stream()
        .filter(server -> facts.modelsFor(server.endpoint()).contains(model))
        .filter(server -> server.listed(model).isPresent());
  }
}
