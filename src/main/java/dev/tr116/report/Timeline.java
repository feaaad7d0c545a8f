package dev.tr116.report;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Draws a run: what each agent spent its time on, all of them on one axis from the barrier, or from
 * the first agent's start where they ran one after the other.
 */
public final class Timeline {
  private static final int WIDTH = 900;
  private static final int LEFT = 150;
  private static final int RIGHT = 30;
  private static final int TOP = 64;
  private static final int TITLE_LENGTH = 90;

  private Timeline() {}

  /** The run as a self-contained SVG document, 900 px wide; well-formed whatever the names are. */
  public static String svg(DualRun run) {
    var svg = new Svg();
    var title = run.id().toString();
    var axis = new TimeAxis(LEFT, WIDTH - LEFT - RIGHT, span(run));
    svg.text(16, 26, 17, "start", Ink.TEXT, Svg.shortened(title, TITLE_LENGTH));
    svg.text(16, 46, 13, "start", Ink.FAINT, Svg.shortened(run.backend().phrase(), 120));

    var bottom = TOP + run.agents().size() * Lane.HEIGHT;
    var origin = run.id().cell().isSideBySide() ? "the barrier" : "the first agent's start";
    drawAxis(svg, axis, bottom, "time since " + origin + ", " + axis.unit());
    for (var i = 0; i < run.agents().size(); i++) {
      new Lane(svg, axis, run.released(), TOP + i * Lane.HEIGHT).draw(run.agents().get(i));
    }
    var height = Legend.of(run).draw(svg, 16, bottom + 58, WIDTH - 16) + 14;
    return svg.document(WIDTH, height, title + ", " + run.backend().phrase(), description(run));
  }

  private static void drawAxis(Svg svg, TimeAxis axis, int bottom, String title) {
    for (var tick : axis.ticks()) {
      svg.line(tick.x(), TOP - 4, tick.x(), bottom, Ink.GRID, 1);
      svg.text(tick.x(), bottom + 16, 12, "middle", Ink.TEXT, tick.label());
    }
    svg.line(LEFT, bottom, WIDTH - RIGHT, bottom, Ink.TEXT, 1);
    svg.text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, bottom + 34, 12, "middle", Ink.FAINT, title);
  }

  private static long span(DualRun run) {
    var ends =
        run.agents().stream()
            .flatMapToLong(
                agent ->
                    LongStream.concat(
                        LongStream.of(agent.ended()),
                        agent.calls().stream().mapToLong(call -> call.stamps().closed())));
    return LongStream.concat(LongStream.of(run.ended()), ends).max().orElse(run.ended())
        - run.released();
  }

  private static String description(DualRun run) {
    return run.agents().stream().map(Timeline::description).collect(Collectors.joining(" "));
  }

  private static String description(AgentRun agent) {
    return agent.role() + " " + Outcome.of(agent) + ": " + phases(agent.calls()) + ".";
  }

  private static String phases(List<CallTrace> calls) {
    var phases = calls.stream().flatMap(call -> Phases.of(call).stream()).toList();
    return phases.isEmpty()
        ? "no request was sent"
        : phases.stream()
            .map(phase -> phase.kind().label() + " " + Outcome.duration(phase.nanos()))
            .collect(Collectors.joining(", "));
  }
}
