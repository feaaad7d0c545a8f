package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.Markdown;
import dev.tr116.slo.Checklist;

/** A checklist as {@code checklist.json} and {@code checklist.md}. */
final class ChecklistText {
  private ChecklistText() {}

  static ObjectNode json(Checklist checklist) {
    var json = Json.object();
    json.put("session", checklist.session());
    json.put("enforced", checklist.enforced());
    json.put("violations", checklist.violations().size());
    var items = json.putArray("items");
    for (var item : checklist.items()) {
      items
          .addObject()
          .put("id", item.id())
          .put("title", item.title())
          .put("state", item.state().name())
          .put("integrity", item.isOfIntegrity())
          .put("why", item.why());
    }
    return json;
  }

  static String markdown(Checklist checklist) {
    var text = new StringBuilder("# Checklist of session ").append(checklist.session());
    text.append("\n\n").append(checklist.counts()).append(". Measured on ");
    text.append(Markdown.plain(checklist.backend().phrase())).append('.');
    if (!checklist.enforced()) {
      text.append(" Only failures of integrity fail the build here.");
    }
    text.append("\n\n| item | what must hold | state | why |\n|---|---|---|---|\n");
    for (var item : checklist.items()) {
      text.append("| ")
          .append(item.id())
          .append(" | ")
          .append(Markdown.plain(item.title()))
          .append(" | ");
      text.append(item.state().phrase()).append(" | ");
      text.append(Markdown.plain(item.why())).append(" |\n");
    }
    return text.toString();
  }
}
