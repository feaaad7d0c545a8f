package dev.tr116.agent;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.trace.AgentRun;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each server was last seen to hold. A server loads a model anew when it is asked for with
 * another value of certain options, so the first call after such a change pays for the load.
 *
 * <p>Source of the options: Ollama's scheduler compares those that its runner is started with.
 */
final class Residents {
  private static final List<String> RELOADING =
      List.of("num_ctx", "num_batch", "num_gpu", "main_gpu", "use_mmap", "num_thread");

  private final Map<URI, Resident> seen = new HashMap<>();

  private record Resident(Model model, Map<String, String> options) {
    static Resident of(AgentRun run) {
      var options = new HashMap<String, String>();
      RELOADING.forEach(name -> value(run.options(), name, options));
      return new Resident(run.model(), Map.copyOf(options));
    }

    private static void value(GenerationOptions options, String name, Map<String, String> values) {
      if (options.values().containsKey(name)) {
        values.put(name, Objects.toString(options.values().get(name)));
      }
    }
  }

  /** Whether that agent's server holds its model with its options already. */
  boolean hold(AgentRun agent) {
    return Resident.of(agent).equals(seen.get(agent.endpoint()));
  }

  /** That agent has called; when a call of it failed, nothing is known of its server. */
  void remember(AgentRun agent) {
    if (agent.succeeded()) {
      seen.put(agent.endpoint(), Resident.of(agent));
    } else {
      seen.remove(agent.endpoint());
    }
  }

  /** Others may have called since. */
  void forget() {
    seen.clear();
  }
}
