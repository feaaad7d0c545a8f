package dev.tr116.report;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.OwnStage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the colours and marks of a {@link Timeline} mean; only those that occur in it.
 *
 * @param entries in the order drawn
 */
record Legend(List<Entry> entries) {
  private static final int ROW_HEIGHT = 20;
  private static final double CHARACTER_WIDTH = 6.6;

  /** One sample with its meaning. */
  private record Entry(String label, Sample sample) {
    double width() {
      return 24 + label.length() * CHARACTER_WIDTH + 14;
    }
  }

  /** Draws what a label explains, at that place: the left end of its middle line. */
  @FunctionalInterface
  private interface Sample {
    void draw(Svg svg, double x, double y);
  }

  static Legend of(DualRun run) {
    var calls = run.agents().stream().flatMap(agent -> agent.calls().stream()).toList();
    var kinds =
        calls.stream()
            .flatMap(call -> Phases.of(call).stream())
            .map(Phase::kind)
            .collect(Collectors.toSet());
    var phases = Arrays.stream(PhaseKind.values()).filter(kinds::contains).map(Legend::phase);
    var first = calls.stream().anyMatch(call -> call.stamps().firstToken().isPresent());
    var chunks = calls.stream().anyMatch(call -> call.chunks().size() > 0);
    var ended = run.agents().stream().anyMatch(AgentRun::succeeded);
    var failed = !run.agents().stream().allMatch(AgentRun::succeeded);
    var marks =
        Stream.of(
            when(first, new Entry("first token", Legend::firstToken)),
            when(chunks, new Entry("chunk arrived", Legend::chunks)),
            when(ended, new Entry("end", Legend::end)),
            when(failed, new Entry("failed", Legend::cross)));
    var own =
        run.agents().stream()
            .flatMap(agent -> agent.own().stream())
            .map(OwnStage::name)
            .distinct()
            .map(Legend::own);
    return new Legend(
        Stream.concat(own, Stream.concat(phases, marks.flatMap(mark -> mark))).toList());
  }

  /** Draws the entries in as many rows as they need and returns the lower edge of the last one. */
  int draw(Svg svg, int left, int top, int right) {
    double x = left;
    var y = top;
    for (var entry : entries) {
      if (x > left && x + entry.width() > right) {
        x = left;
        y += ROW_HEIGHT;
      }
      entry.sample().draw(svg, x, y);
      svg.text(x + 22, y + 4, 12, "start", Ink.TEXT, entry.label());
      x += entry.width();
    }
    return y + ROW_HEIGHT / 2;
  }

  private static Stream<Entry> when(boolean occurs, Entry entry) {
    return occurs ? Stream.of(entry) : Stream.empty();
  }

  private static Entry own(String name) {
    return new Entry(name + " (agent)", (svg, x, y) -> svg.box(x, y - 6, 16, 12, Ink.BLUE, name));
  }

  private static Entry phase(PhaseKind kind) {
    return new Entry(
        kind.label(), (svg, x, y) -> svg.box(x, y - 6, 16, 12, kind.ink(), kind.label()));
  }

  private static void firstToken(Svg svg, double x, double y) {
    svg.shape(Marks.firstToken(x + 8, y + 5), Ink.TEXT);
  }

  private static void chunks(Svg svg, double x, double y) {
    for (var i = 0; i < 4; i++) {
      svg.line(x + 2 + 4 * i, y - 4, x + 2 + 4 * i, y + 4, Ink.FAINT, 0.6);
    }
  }

  private static void end(Svg svg, double x, double y) {
    svg.line(x + 8, y - 7, x + 8, y + 7, Ink.TEXT, 2);
  }

  private static void cross(Svg svg, double x, double y) {
    svg.strokes(Marks.cross(x + 8, y), Ink.VERMILLION, 3);
  }
}
