package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a session came to be, if not in one go.
 *
 * @param resumedAt when it was gone on with
 * @param measuredAgain the runs that were measured again then
 * @param mergedFrom the sessions it was joined from; none for one that was measured
 */
record SessionHistory(
    List<Instant> resumedAt, List<MeasuredAgain> measuredAgain, List<MergeSource> mergedFrom) {
  static final SessionHistory NONE = new SessionHistory(List.of(), List.of(), List.of());

  SessionHistory {
    resumedAt = List.copyOf(resumedAt);
    measuredAgain = List.copyOf(measuredAgain);
    mergedFrom = List.copyOf(mergedFrom);
  }

  /** Of a session that was joined from others. */
  static SessionHistory mergedFrom(List<MergeSource> sources) {
    return new SessionHistory(List.of(), List.of(), sources);
  }

  /**
   * A run whose first record was set aside.
   *
   * @param run its key
   * @param because why
   * @param keptIn where the first record is now, below the session's folder
   */
  record MeasuredAgain(String run, String because, String keptIn) {
    String words() {
      return run + ": " + because;
    }

    static MeasuredAgain of(String run, String because, Path session, Path keptIn) {
      return new MeasuredAgain(
          run, because, session.relativize(keptIn).toString().replace('\\', '/'));
    }
  }

  /** The history a session's file tells. */
  static SessionHistory read(Path session) {
    var json = KeptJson.read(session.resolve("session.json"));
    return json.has("resumed_at")
        ? new SessionHistory(
            json.texts("resumed_at").stream().map(Instant::parse).toList(),
            json.objects("measured_again").stream()
                .map(
                    each ->
                        new MeasuredAgain(
                            each.text("run"), each.text("because"), each.text("kept_in")))
                .toList(),
            List.of())
        : NONE;
  }

  SessionHistory resumed(Instant at, List<MeasuredAgain> again) {
    return new SessionHistory(
            Stream.concat(resumedAt.stream(), Stream.of(at)).toList(), measuredAgain, mergedFrom)
        .with(again);
  }

  /** The same with more runs whose first record was set aside. */
  SessionHistory with(List<MeasuredAgain> again) {
    return new SessionHistory(
        resumedAt, Stream.concat(measuredAgain.stream(), again.stream()).toList(), mergedFrom);
  }

  void write(ObjectNode json) {
    var times = json.putArray("resumed_at");
    resumedAt.forEach(at -> times.add(Instants.millis(at)));
    var again = json.putArray("measured_again");
    measuredAgain.forEach(
        each ->
            again
                .addObject()
                .put("run", each.run())
                .put("because", each.because())
                .put("kept_in", each.keptIn()));
    if (!mergedFrom.isEmpty()) {
      var sources = json.putArray("merged_from");
      mergedFrom.forEach(source -> sources.add(source.json()));
      json.withObject("/settings")
          .put(
              "endpoints",
              String.join(
                  ";", mergedFrom.stream().map(MergeSource::endpoints).distinct().toList()));
    }
  }
}
