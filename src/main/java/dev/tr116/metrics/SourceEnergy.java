package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The energy of a run as the GPUs, the processors, or both together took it, idle power included.
 *
 * @param concurrent the agents side by side, from the barrier to the end of the last one
 * @param alone each agent alone, from its start to its end, in the order of the scenario; none
 *     where one of them was not measured alone
 * @param aloneMissing why there is none; empty where there is
 */
public record SourceEnergy(
    PartEnergy concurrent, List<Alone> alone, Optional<String> aloneMissing) {
  public SourceEnergy {
    alone = List.copyOf(alone);
  }

  /** One agent alone. */
  public record Alone(AgentRole role, PartEnergy part) {}

  /** Energy of the agents one after the other: the sum over {@link #alone()}, J. */
  public OptionalDouble joulesAlone() {
    return alone.isEmpty()
        ? OptionalDouble.empty()
        : Joules.sum(alone.stream().map(Alone::part).map(PartEnergy::joules).toList()).value();
  }

  /** Tokens of the agents alone. */
  public OptionalLong tokensAlone() {
    var counts = alone.stream().map(Alone::part).map(PartEnergy::tokens).toList();
    return counts.isEmpty() || counts.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(counts.stream().mapToLong(OptionalLong::getAsLong).sum());
  }

  /** {@link #joulesAlone()} / {@link #tokensAlone()}, J. */
  public OptionalDouble joulesPerTokenAlone() {
    return ratio(joulesAlone(), asDouble(tokensAlone()));
  }

  /** Tokens side by side / energy side by side, 1/J. */
  public OptionalDouble tokensPerJoule() {
    return ratio(asDouble(concurrent.tokens()), concurrent.joules().value());
  }

  /**
   * Energy of a token side by side / energy of a token alone: below 1, running side by side saves
   * energy. Per token, because answers alone may have another length.
   */
  public OptionalDouble ratio() {
    return ratio(concurrent.joulesPerToken(), joulesPerTokenAlone());
  }

  /** Mean power of that agent alone, W. */
  public OptionalDouble meanWattsAlone(AgentRole role) {
    return alone.stream()
        .filter(agent -> agent.role().equals(role))
        .map(agent -> agent.part().meanWatts())
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** The first reason why a figure is missing; empty when none is. */
  public Optional<String> missing() {
    return Stream.of(
            concurrent.joules().missing(),
            alone.stream().flatMap(SourceEnergy::missing).findFirst(),
            aloneMissing)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Both devices together. */
  SourceEnergy and(SourceEnergy other) {
    return new SourceEnergy(
        concurrent.beside(other.concurrent),
        IntStream.range(0, alone.size())
            .mapToObj(
                i ->
                    new Alone(
                        alone.get(i).role(), alone.get(i).part().beside(other.alone.get(i).part())))
            .toList(),
        aloneMissing);
  }

  private static Stream<String> missing(Alone agent) {
    return agent.part().joules().missing().stream()
        .map(reason -> agent.role() + " alone: " + reason);
  }

  private static OptionalDouble asDouble(OptionalLong count) {
    return count.isPresent()
        ? OptionalDouble.of((double) count.getAsLong())
        : OptionalDouble.empty();
  }

  private static OptionalDouble ratio(OptionalDouble over, OptionalDouble under) {
    return over.isPresent() && under.isPresent() && under.getAsDouble() > 0
        ? OptionalDouble.of(over.getAsDouble() / under.getAsDouble())
        : OptionalDouble.empty();
  }
}
