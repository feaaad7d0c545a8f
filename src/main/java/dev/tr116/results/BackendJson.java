package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.BackendDescription;

/** What answered, as records write it. */
final class BackendJson {
  private BackendJson() {}

  static ObjectNode of(BackendDescription backend) {
    var json = Json.object();
    json.put("kind", backend.kind());
    Json.put(json, "version", backend.version());
    json.put("weights", backend.weights());
    return json;
  }

  static BackendDescription read(KeptJson json) {
    return new BackendDescription(
        json.text("kind"), json.optionalText("version"), json.text("weights"));
  }
}
