package dev.tr116.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to try, in this order, where a server has too little memory for a cell: each asks for less
 * than the one before, or for another model with what was asked for at first.
 */
public final class FallbackChain {
  private static final String LAYERS = "num_gpu";
  private static final String CONTEXT = "num_ctx";
  private static final int MOST_CUTS_OF_LAYERS = 3;
  private static final long LEAST_CONTEXT = 512;

  private final CellConfiguration asked;
  private final List<Attempt> attempts = new ArrayList<>();
  private CellConfiguration last;

  /**
   * One configuration to try.
   *
   * @param step what it changes, e.g. {@code num_gpu 80 -> 60}
   * @param configuration the whole of it
   */
  public record Attempt(String step, CellConfiguration configuration) {}

  private FallbackChain(CellConfiguration asked) {
    this.asked = asked;
    this.last = asked;
  }

  /**
   * Every attempt for a cell: first what {@code auto} means, then the steps that were named. A step
   * that changes nothing is left out.
   *
   * @param fallback what was asked for
   * @param asked what the cell was planned with
   */
  public static List<Attempt> of(Fallback fallback, CellConfiguration asked) {
    var chain = new FallbackChain(asked);
    if (fallback.automatic()) {
      chain.cutLayers();
      chain.halveContext();
    }
    for (var step : fallback.steps()) {
      switch (step) {
        case Fallback.Option(var name, var value) -> chain.lower(name, value);
        case Fallback.OtherModel(var model) -> chain.change(model);
      }
    }
    return List.copyOf(chain.attempts);
  }

  /** Three quarters of the GPU layers; what is not set stays the server's own choice. */
  private void cutLayers() {
    for (var cut = 0; cut < MOST_CUTS_OF_LAYERS; cut++) {
      eachNumber(LAYERS, layers -> layers > 0 ? layers * 3 / 4 : layers);
    }
  }

  private void halveContext() {
    int before;
    do {
      before = attempts.size();
      eachNumber(CONTEXT, size -> size > LEAST_CONTEXT ? Math.max(LEAST_CONTEXT, size / 2) : size);
    } while (attempts.size() > before);
  }

  private void eachNumber(String option, LongUnaryOperator less) {
    var agents =
        last.agents().stream()
            .map(
                agent ->
                    agent.options().values().get(option) instanceof Long number
                        ? with(agent, option, less.applyAsLong(number))
                        : agent)
            .toList();
    tryNext(option, agents);
  }

  /**
   * Agents that set an option get the named value where it is lower; where none sets it, all do.
   */
  private void lower(String option, Object value) {
    var isSet =
        last.agents().stream().anyMatch(agent -> agent.options().values().containsKey(option));
    var agents =
        last.agents().stream()
            .map(
                agent ->
                    isSet && !isMore(agent.options().values().get(option), value)
                        ? agent
                        : with(agent, option, value))
            .toList();
    tryNext(option, agents);
  }

  /** Whether an agent asks for more than that; what cannot be compared counts when it differs. */
  private static boolean isMore(@Nullable Object asked, Object value) {
    if (asked == null) {
      return false;
    }
    if (asked instanceof Number now && value instanceof Number then) {
      return now.doubleValue() < 0 || now.doubleValue() > then.doubleValue();
    }
    return !asked.equals(value);
  }

  /** Another model starts with the options that were asked for. */
  private void change(Model model) {
    var next = new CellConfiguration(model, asked.agents());
    if (!model.equals(last.model())) {
      attempts.add(new Attempt("model " + last.model().tag() + " -> " + model.tag(), next));
      last = next;
    }
  }

  private void tryNext(String option, List<AgentPlan> agents) {
    if (agents.equals(last.agents())) {
      return;
    }
    attempts.add(
        new Attempt(
            option + " " + values(last.agents(), option) + " -> " + values(agents, option),
            new CellConfiguration(last.model(), agents)));
    last = attempts.getLast().configuration();
  }

  /** One value for all agents that have it, or each. */
  private static String values(List<AgentPlan> agents, String option) {
    var values =
        agents.stream()
            .flatMap(agent -> Stream.ofNullable(agent.options().values().get(option)))
            .map(String::valueOf)
            .distinct()
            .toList();
    return values.isEmpty() ? "server default" : String.join("/", values);
  }

  private static AgentPlan with(AgentPlan agent, String option, Object value) {
    return new AgentPlan(agent.role(), agent.options().with(option, value));
  }
}
