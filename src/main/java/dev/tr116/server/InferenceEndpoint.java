package dev.tr116.server;

import java.time.Duration;

/** Answers {@code /api/generate} and {@code /api/chat}. */
final class InferenceEndpoint {
  private final ModelNames names;
  private final ModelSlot slot;

  InferenceEndpoint(ModelNames names, ModelSlot slot) {
    this.names = names;
    this.slot = slot;
  }

  void answer(HttpCall http, InferenceCall call) {
    var arrived = System.nanoTime();
    var model = names.require(call.model());
    if (call.isUnload()) {
      slot.unload(model, http.client());
      var figures = new Tally(arrived, Duration.ZERO).figures();
      new WholeReply(http, call).finish(FinishReason.UNLOAD, figures);
      return;
    }
    try (var lease =
        slot.lease(model, call.options().fitting(model), call.keepAlive(), http.client())) {
      var tally = new Tally(arrived, lease.loadDuration());
      if (call.prompt().isPresent()) {
        var reply = call.stream() ? new StreamedReply(http, call) : new WholeReply(http, call);
        var request = new GenerationRequest(call.prompt().get(), call.sampling());
        answer(request, lease, tally, reply, http.client());
      } else {
        lease.settle();
        new WholeReply(http, call).finish(FinishReason.LOAD, tally.figures());
      }
    }
  }

  private static void answer(
      GenerationRequest request, Lease lease, Tally tally, Reply reply, ClientPresence client) {
    FinishReason reason;
    try (var generation = lease.model().generate(request);
        var _ = client.onLeave(generation::cancel)) {
      reason = pass(generation, new StopSequences(request.options().stop()), tally, reply);
    } catch (InferenceException e) {
      reply.fail(e.getMessage());
      return;
    }
    if (client.isGone()) {
      throw new ClientGoneException();
    }
    lease.settle();
    reply.finish(reason, tally.figures());
  }

  private static FinishReason pass(
      Generation generation, StopSequences stops, Tally tally, Reply reply) {
    while (true) {
      switch (generation.next()) {
        case GenerationEvent.PromptEvaluated prompt -> tally.count(prompt);
        case GenerationEvent.Token token -> {
          tally.count(token);
          reply.piece(stops.accept(token.text()));
          if (stops.isMatched()) {
            return FinishReason.STOP;
          }
        }
        case GenerationEvent.Finished(var reason) -> {
          reply.piece(stops.rest());
          return reason;
        }
      }
    }
  }
}
