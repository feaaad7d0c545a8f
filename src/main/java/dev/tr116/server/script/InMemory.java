package dev.tr116.server.script;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** A model that a scripted server says it has in memory. */
record InMemory(ModelCard card, long contextLength, Optional<Instant> expiresAt) {

  /** As the request that used it last asked for. */
  static InMemory by(ReceivedRequest request, ModelCard card) {
    var body = Json.read(request.body());
    var asked = body.at("/options/num_ctx").asLong(card.contextLength());
    return new InMemory(
        card,
        Math.round(card.contextFactor() * Math.min(asked, card.contextLength())),
        keepAlive(body.path("keep_alive").asText("")).map(Instant.now()::plus));
  }

  /** As {@code /api/ps} lists it. */
  Map<String, Object> listed() {
    var fields = card.listed();
    fields.put("size_vram", card.vramBytes());
    fields.put("context_length", contextLength);
    expiresAt.ifPresent(moment -> fields.put("expires_at", moment.toString()));
    return fields;
  }

  private static Optional<Duration> keepAlive(String text) {
    try {
      var seconds = text.matches("\\d+") ? text + "s" : text;
      return Optional.of(Duration.parse("PT" + seconds));
    } catch (DateTimeParseException noDuration) {
      return Optional.empty();
    }
  }
}
