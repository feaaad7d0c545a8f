package dev.tr116.agent;

import dev.tr116.plan.Model;
import dev.tr116.trace.AgentRun;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What each server was last seen to hold. A server loads a model anew when it is asked for with
 * another value of certain options, so the first call after such a change pays for the load.
 */
final class Residents {
  private final Map<URI, Resident> seen = new HashMap<>();

  private record Resident(Model model, Map<String, Object> options) {
    static Resident of(AgentRun run) {
      return new Resident(run.model(), run.options().loading());
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
