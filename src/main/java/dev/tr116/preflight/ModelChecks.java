package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.plan.ShellWord;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each server has the models it will be asked for. */
final class ModelChecks implements CheckFamily {
  private static final int DIGEST_CHARS = 12;

  @Override
  public Stream<Finding> look(Facts facts) {
    return facts.haveModels()
        ? facts.servers().stream()
            .filter(server -> server.models().isPresent())
            .flatMap(
                server ->
                    Stream.concat(
                        facts.modelsFor(server.endpoint()).stream()
                            .map(model -> look(facts, server, model)),
                        facts.fallbacks().stream()
                            .filter(model -> server.listed(model).isEmpty())
                            .map(model -> noFallback(facts, server, model))))
        : Stream.empty();
  }

  private static Finding look(Facts facts, ServerFacts server, Model model) {
    var listed = server.listed(model);
    if (listed.isPresent()) {
      var most = Optional.ofNullable(server.shown().get(model));
      return Finding.info(Check.MODELS, server.endpoint(), described(model, listed.get(), most));
    }
    var pull = server.notPulled().get(model);
    if (pull != null) {
      return Finding.error(Check.MODELS, server.endpoint(), pull);
    }
    // One engine has all stand-ins, so one of its servers lacks what the others lack.
    return facts.areStandIns()
        ? Finding.error(Check.MODELS, noStandIn(model, facts.standIns()))
        : Finding.error(Check.MODELS, server.endpoint(), missing(server.endpoint(), model));
  }

  private static Finding noFallback(Facts facts, ServerFacts server, Model model) {
    var problem = Property.FALLBACK.key() + " cannot take the step model=" + model.tag() + ": ";
    return facts.areStandIns()
        ? Finding.warning(Check.MODELS, problem + noStandIn(model, facts.standIns()))
        : Finding.warning(
            Check.MODELS,
            server.endpoint(),
            problem
                + Optional.ofNullable(server.notPulled().get(model))
                    .orElseGet(() -> missing(server.endpoint(), model)));
  }

  private static String missing(URI endpoint, Model model) {
    return endpoint
        + " does not have "
        + model.tag()
        + "; get it with `OLLAMA_HOST="
        + endpoint.getAuthority()
        + " ollama pull "
        + ShellWord.of(model.tag())
        + "`, or let -D"
        + Property.PULL.key()
        + "=true do that";
  }

  private static String noStandIn(Model model, List<String> standIns) {
    return "model '"
        + model.tag()
        + "' not found: there is no stand-in for it; choose of "
        + String.join(", ", standIns)
        + " in "
        + Property.MODELS.key()
        + ", or measure servers that have it (see "
        + Property.BACKEND.key()
        + ")";
  }

  /** E.g. {@code gemma3:latest: Q4_K_M, 4.3B, digest a2af6cc3eb7f, context up to 131072}. */
  private static String described(Model model, ModelInfo listed, Optional<ModelInfo> shown) {
    var quantization = listed.quantization().or(() -> shown.flatMap(ModelInfo::quantization));
    var context =
        shown.stream().flatMapToLong(info -> info.contextLength().stream()).boxed().findFirst();
    return model.tag()
        + Stream.of(
                quantization,
                listed.parameterSize(),
                listed.digest().map(digest -> "digest " + shortened(digest)),
                context.map(tokens -> "context up to " + tokens))
            .flatMap(Optional::stream)
            .reduce((some, more) -> some + ", " + more)
            .map(all -> ": " + all)
            .orElse("");
  }

  /** As {@code ollama list} writes it. */
  static String shortened(String digest) {
    var bare = digest.replaceFirst("^sha256:", "");
    return bare.substring(0, Math.min(DIGEST_CHARS, bare.length()));
  }
}
