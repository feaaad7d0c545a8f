package dev.tr116.report.page;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What every successful call of a cell's measured runs told, by agent and part.
 *
 * @param ttft from the request to the first token, ms
 * @param gaps between successive chunks, ms
 */
record LatencySamples(Map<Part, double[]> ttft, Map<Part, double[]> gaps) {
  private static final double NANOS_PER_MS = 1e6;

  /**
   * One agent in one part of its blocks.
   *
   * @param role of the agent
   * @param alone or beside the others
   */
  record Part(String role, boolean alone) {
    String title() {
      return role + (alone ? " alone" : " side by side");
    }
  }

  static LatencySamples of(CellView cell) {
    return new LatencySamples(
        samples(cell, LatencySamples::ttft), samples(cell, LatencySamples::gaps));
  }

  private static Map<Part, double[]> samples(
      CellView cell, Function<CallTrace, DoubleStream> figure) {
    var blocks =
        cell.stored().runs().stream()
            .filter(block -> block.stored().metrics().isValid())
            .map(block -> block.run())
            .toList();
    var samples = new LinkedHashMap<Part, double[]>();
    for (var role : cell.metrics().roles()) {
      put(
          samples,
          new Part(role.name(), !cell.isSideBySide()),
          blocks.stream().flatMap(block -> of(block.agents(), role.name())),
          figure);
      put(
          samples,
          new Part(role.name(), true),
          blocks.stream().flatMap(block -> of(block.solo(), role.name())),
          figure);
    }
    return samples;
  }

  private static void put(
      Map<Part, double[]> samples,
      Part part,
      Stream<CallTrace> calls,
      Function<CallTrace, DoubleStream> figure) {
    var values = calls.filter(CallTrace::succeeded).flatMapToDouble(figure).toArray();
    if (values.length > 0) {
      samples.put(part, values);
    }
  }

  private static Stream<CallTrace> of(List<AgentRun> agents, String role) {
    return agents.stream()
        .filter(agent -> agent.role().name().equals(role))
        .flatMap(agent -> agent.calls().stream());
  }

  private static DoubleStream ttft(CallTrace call) {
    var stamps = call.stamps();
    return stamps.sent().isPresent() && stamps.firstToken().isPresent()
        ? DoubleStream.of(
            (stamps.firstToken().getAsLong() - stamps.sent().getAsLong()) / NANOS_PER_MS)
        : DoubleStream.empty();
  }

  private static DoubleStream gaps(CallTrace call) {
    return call.chunks().gaps().mapToDouble(nanos -> nanos / NANOS_PER_MS);
  }
}
