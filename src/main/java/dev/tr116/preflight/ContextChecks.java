package dev.tr116.preflight;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the models were made for the contexts that will be asked for. */
final class ContextChecks implements CheckFamily {
  @Override
  public Stream<Finding> look(Facts facts) {
    return facts.haveModels()
        ? facts.demands().stream().flatMap(demand -> tooLong(facts, demand).stream()).distinct()
        : Stream.empty();
  }

  private static Optional<Finding> tooLong(Facts facts, Demand demand) {
    var asked = demand.context();
    var most =
        facts
            .server(demand.endpoint())
            .flatMap(server -> Optional.ofNullable(server.shown().get(demand.model())))
            .filter(shown -> shown.contextLength().isPresent())
            .map(shown -> shown.contextLength().getAsLong());
    return most.filter(longest -> asked.orElse(0) > longest)
        .map(longest -> finding(facts, demand.endpoint(), demand, longest));
  }

  private static Finding finding(Facts facts, URI endpoint, Demand demand, long longest) {
    var message =
        demand.model().tag()
            + " was made for "
            + longest
            + " tokens and is asked for num_ctx="
            + demand.context().getAsLong()
            + " in "
            + demand.cell().shortName()
            + "; ask for "
            + longest
            + " at most";
    // A stand-in says nothing of the model it stands in for, its context neither.
    return facts.areStandIns()
        ? Finding.warning(Check.CONTEXT, endpoint, "the stand-in of " + message)
        : Finding.error(Check.CONTEXT, endpoint, message);
  }
}
