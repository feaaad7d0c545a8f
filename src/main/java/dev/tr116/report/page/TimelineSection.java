package dev.tr116.report.page;

import dev.tr116.report.Timeline;
import dev.tr116.results.KeptBlock;
import java.util.Comparator;
import java.util.Optional;

/** The typical run of each cell and the slowest one, drawn. */
final class TimelineSection {
  private TimelineSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var cells = PageData.drawn(data.cells());
    html.p(
        "What each agent did from the barrier to its end. Typical is the run with the median time,"
            + " of an even number the longer of the two in the middle.");
    PageData.notDrawn(data.cells()).ifPresent(html::note);
    cells.forEach(cell -> cell(html, cell, cell.id().equals(cells.getFirst().id())));
    return cells.isEmpty() ? Optional.empty() : Section.of("timelines", "Timelines", html);
  }

  private static void cell(Html html, CellView cell, boolean open) {
    var runs =
        cell.stored().runs().stream()
            .filter(run -> run.stored().metrics().isValid())
            .sorted(Comparator.comparingLong(TimelineSection::nanos))
            .toList();
    if (runs.isEmpty()) {
      html.note(cell.name() + ": no run was measured whole.");
      return;
    }
    html.element("h3", cell.name(), "id", cell.anchor("timeline"));
    var typical = runs.get(runs.size() / 2);
    draw(html, typical, "typical", open);
    if (!runs.getLast().run().id().equals(typical.run().id())) {
      draw(html, runs.getLast(), "slowest", false);
    }
  }

  private static void draw(Html html, KeptBlock run, String which, boolean open) {
    var title =
        Words.sentence(which)
            + ": run "
            + run.run().id().number()
            + ", "
            + Unit.MILLIS.of(nanos(run) / 1e6);
    if (open) {
      html.open("details", "class", "picture", "open", "");
    } else {
      html.open("details", "class", "picture");
    }
    html.element("summary", title);
    html.picture(
        Timeline.svg(run.run()), "Timeline of the " + which + " run of " + run.run().id().cell());
    html.close("details");
  }

  private static long nanos(KeptBlock run) {
    return run.run().ended() - run.run().released();
  }
}
