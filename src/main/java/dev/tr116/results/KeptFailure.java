package dev.tr116.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a failure log as it was kept.
 *
 * @param cell the key of the cell
 * @param run its number; empty in a warm-up
 * @param part {@code warm-up}, {@code alone} or {@code concurrent}
 * @param role of the agent whose call failed; empty for a decision alone
 * @param kind of the failure; empty for a decision alone
 * @param message of the failure; empty for a decision alone
 * @param vramBytes what its server had in GPU memory; empty when it did not tell
 * @param decision what was done about it
 */
public record KeptFailure(
    String cell,
    Optional<Long> run,
    String part,
    Optional<String> role,
    Optional<String> kind,
    Optional<String> message,
    Optional<Long> vramBytes,
    String decision) {

  static List<KeptFailure> readAll(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      var text = Files.readString(file, StandardCharsets.UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      var failures = new ArrayList<KeptFailure>();
      for (var line : whole.lines().toList()) {
        failures.add(of(KeptJson.line(file, failures.size() + 1, line)));
      }
      return List.copyOf(failures);
    } catch (IOException unreadable) {
      throw new UnreadableRecordException(file, "cannot be read: " + unreadable, unreadable);
    }
  }

  private static KeptFailure of(KeptJson json) {
    var failure = json.optionalObject("failure");
    return new KeptFailure(
        json.text("cell"),
        json.optionalCount("run"),
        json.text("part"),
        failure.map(call -> call.text("role")),
        failure.map(call -> call.text("kind")),
        failure.flatMap(call -> call.optionalField("message")),
        json.optionalCount("vram_bytes"),
        json.text("decision"));
  }
}
