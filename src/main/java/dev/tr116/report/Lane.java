package dev.tr116.report;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.OwnStage;
import java.util.stream.Collectors;

/**
 * One agent's lane in a {@link Timeline}: its name, a bar of phases, its chunks and its end.
 *
 * @param svg where to draw
 * @param axis shared by all lanes
 * @param released the barrier, ns
 * @param top the lane's upper edge, px
 */
record Lane(Svg svg, TimeAxis axis, long released, int top) {
  /** The height of a lane, px. */
  static final int HEIGHT = 84;

  private static final int BAR = 16;
  private static final int BAR_HEIGHT = 22;
  private static final int CHUNKS = BAR + BAR_HEIGHT + 3;
  private static final int CHUNK_HEIGHT = 7;
  private static final int CAPTION = CHUNKS + CHUNK_HEIGHT + 16;

  void draw(AgentRun agent) {
    svg.text(16, top + BAR + 12, 14, "start", Ink.TEXT, Svg.shortened(agent.role().name(), 16));
    var server = ServerName.brief(agent.endpoint());
    svg.text(16, top + BAR + 28, 11, "start", Ink.FAINT, Svg.shortened(server, 22));
    var middle = top + BAR + BAR_HEIGHT / 2.0;
    svg.line(x(agent.started()), middle, x(agent.ended()), middle, Ink.FAINT, 1);
    agent.own().forEach(this::draw);
    agent.calls().forEach(this::draw);
    drawEnd(agent);
    var colour = agent.succeeded() ? Ink.TEXT : Ink.FAILURE_TEXT;
    var caption = Svg.shortened(Outcome.of(agent), 110);
    svg.text(axis.left(), top + CAPTION, 12, "start", colour, caption);
  }

  private void draw(OwnStage stage) {
    var left = x(Math.max(stage.started(), released));
    var width = x(stage.ended()) - left;
    if (width > 0) {
      var title = stage.name() + " " + Outcome.duration(stage.ended() - stage.started());
      svg.box(left, top + BAR, width, BAR_HEIGHT, Ink.BLUE, title);
    }
  }

  private void draw(CallTrace call) {
    for (var phase : Phases.of(call)) {
      var left = x(phase.from());
      svg.box(
          left,
          top + BAR,
          x(phase.to()) - left,
          BAR_HEIGHT,
          phase.kind().ink(),
          call.stage() + ": " + phase.kind().label() + " " + Outcome.duration(phase.nanos()));
    }
    call.stamps().firstToken().ifPresent(this::drawFirstToken);
    drawChunks(call.chunks());
  }

  /** One stroke a pixel at most: a steady stream becomes a band, a stall stays a hole in it. */
  private void drawChunks(ChunkTimes chunks) {
    var strokes =
        chunks.stream()
            .map(nanos -> Math.round(x(nanos)))
            .distinct()
            .mapToObj(x -> "M" + x + " " + (top + CHUNKS) + "v" + CHUNK_HEIGHT)
            .collect(Collectors.joining());
    if (!strokes.isEmpty()) {
      svg.strokes(strokes, Ink.FAINT, 0.6);
    }
  }

  private void drawFirstToken(long nanos) {
    svg.shape(Marks.firstToken(x(nanos), top + BAR), Ink.TEXT);
  }

  private void drawEnd(AgentRun agent) {
    var x = x(agent.ended());
    if (agent.succeeded()) {
      svg.line(x, top + BAR - 4, x, top + BAR + BAR_HEIGHT + 4, Ink.TEXT, 2);
    } else {
      svg.strokes(Marks.cross(x, top + BAR + BAR_HEIGHT / 2.0), Ink.VERMILLION, 3);
    }
  }

  private double x(long nanos) {
    return axis.x(nanos - released);
  }
}
