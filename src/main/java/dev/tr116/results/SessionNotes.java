package dev.tr116.results;

import dev.tr116.plan.Property;
import dev.tr116.plan.TransportChoice;
import dev.tr116.preflight.Check;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a session's file tells beside its plan.
 *
 * @param warnings of the preflight and of the look at what servers loaded
 * @param reloads those of them that tell of a model that was loaded while a run was measured
 * @param measuredAgain runs whose first record was set aside, with the reason
 * @param mergedFrom the sessions it was joined from; none for one that was measured
 * @param resumed how often it was gone on with
 * @param interrupted whether it was told to end before its plan was done
 * @param optionsNotSent options that the server's interface has no word for
 * @param ownTimeMedian what the program itself needed for a run, ms; empty where it is not known
 * @param transports what carried the calls, as {@link dev.tr116.plan.Settings#transports()} tells
 * @param version of tr116 that measured it; empty where it ran from its classes
 */
public record SessionNotes(
    List<String> warnings,
    List<String> reloads,
    List<String> measuredAgain,
    List<String> mergedFrom,
    int resumed,
    boolean interrupted,
    List<String> optionsNotSent,
    OptionalDouble ownTimeMedian,
    String transports,
    Optional<String> version) {
  public SessionNotes {
    warnings = List.copyOf(warnings);
    reloads = List.copyOf(reloads);
    measuredAgain = List.copyOf(measuredAgain);
    mergedFrom = List.copyOf(mergedFrom);
    optionsNotSent = List.copyOf(optionsNotSent);
  }

  static SessionNotes read(KeptJson session) {
    return new SessionNotes(
        warnings(session).map(SessionNotes::finding).toList(),
        warnings(session)
            .filter(finding -> finding.text("check").equals(Check.RELOAD.word()))
            .map(SessionNotes::finding)
            .toList(),
        objects(session, "measured_again")
            .map(again -> again.text("run") + ": " + again.text("because"))
            .toList(),
        objects(session, "merged_from").map(source -> source.text("session")).toList(),
        session.has("resumed_at") ? session.texts("resumed_at").size() : 0,
        session.has("interrupted") && session.flag("interrupted"),
        session.has("options_not_sent") ? session.texts("options_not_sent") : List.of(),
        session
            .optionalObject("own_time_ms")
            .map(time -> time.figure("median"))
            .orElse(OptionalDouble.empty()),
        transports(session),
        session.optionalField("tr116"));
  }

  /** Sessions of versions that did not tell had Java's client, unless something else was set. */
  static String transports(KeptJson session) {
    return session
        .object("settings")
        .optionalField("transport")
        .or(() -> session.object("properties").optionalField(Property.TRANSPORT.key()))
        .orElseGet(TransportChoice.JDK::word);
  }

  /** How it ended, in words: its status, and whether it was told to. */
  public String ended(String status) {
    return interrupted ? status + ", interrupted" : status;
  }

  private static Stream<KeptJson> warnings(KeptJson session) {
    return objects(session, "preflight").filter(finding -> !finding.text("level").equals("info"));
  }

  private static Stream<KeptJson> objects(KeptJson session, String field) {
    return session.has(field) ? session.objects(field).stream() : Stream.empty();
  }

  private static String finding(KeptJson json) {
    var message = json.text("message");
    return json.optionalText("endpoint")
            .filter(server -> !message.contains(server))
            .map(server -> server + ": ")
            .orElse("")
        + message;
  }
}
