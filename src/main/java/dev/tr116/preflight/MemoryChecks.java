package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.llm.ResidentModel;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the models fit into GPU memory beside what is there already. */
final class MemoryChecks implements CheckFamily {
  private static final long MIB = 1024L * 1024;

  @Override
  public Stream<Finding> look(Facts facts) {
    return facts.areReal()
        ? Stream.concat(others(facts), tooLittle(facts).stream())
        : Stream.empty();
  }

  private static Stream<Finding> others(Facts facts) {
    return facts.servers().stream()
        .flatMap(
            server ->
                server.inMemory().stream()
                    .flatMap(List::stream)
                    .filter(model -> isOther(facts, server, model))
                    .map(
                        model ->
                            Finding.info(
                                Check.MEMORY,
                                server.endpoint(),
                                "has "
                                    + model.name()
                                    + " in memory, which is not measured; `ollama stop "
                                    + model.name()
                                    + "` frees it")));
  }

  private static boolean isOther(Facts facts, ServerFacts server, ResidentModel model) {
    return facts.modelsFor(server.endpoint()).stream()
        .noneMatch(wanted -> wanted.tag().equals(model.name()));
  }

  /** Model by model, since each server unloads one when it needs the room for the next. */
  private static Optional<Finding> tooLittle(Facts facts) {
    var free = facts.host().gpuFreeMiB().stream().mapToLong(Long::longValue).sum() * MIB;
    if (facts.host().gpuFreeMiB().isEmpty()) {
      return Optional.empty();
    }
    return facts.demands().stream()
        .map(Demand::model)
        .distinct()
        .map(
            model -> {
              var here =
                  facts.servers().stream()
                      .filter(server -> isHere(server.endpoint()))
                      .filter(server -> facts.modelsFor(server.endpoint()).contains(model))
                      .toList();
              var needed =
                  here.stream()
                      .flatMap(server -> server.listed(model).stream())
                      .mapToLong(info -> sizeOf(info))
                      .sum();
              var there =
                  here.stream()
                      .flatMap(server -> server.inMemory().stream().flatMap(List::stream))
                      .mapToLong(resident -> resident.sizeVramBytes().orElse(0))
                      .sum();
              return needed > free + there
                  ? Optional.of(
                      Finding.warning(
                          Check.MEMORY,
                          model.tag()
                              + " needs "
                              + Bytes.shown(needed)
                              + " for its weights on "
                              + here.size()
                              + (here.size() == 1 ? " server" : " servers")
                              + ", and "
                              + Bytes.shown(free + there)
                              + " of GPU memory are left: part of it will run on the CPU; end what"
                              + " else uses the GPU, or take a smaller model or quantization"))
                  : Optional.<Finding>empty();
            })
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static long sizeOf(ModelInfo info) {
    return info.sizeBytes().orElse(0);
  }

  /** Whether a server shares this machine's GPUs. */
  static boolean isHere(URI endpoint) {
    try {
      return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
    } catch (UnknownHostException elsewhere) {
      return false;
    }
  }
}
