package dev.tr116.report.page;

import java.util.Optional;

/**
 * A part of the page below a heading.
 *
 * @param id its anchor
 * @param title of the heading and in the list of contents
 * @param body below the heading
 */
record Section(String id, String title, Html body) {

  /** A section; nothing without content. */
  static Optional<Section> of(String id, String title, Html body) {
    return body.isEmpty() ? Optional.empty() : Optional.of(new Section(id, title, body));
  }

  void write(Html html) {
    html.open("section", "id", id, "aria-labelledby", id + "-title");
    html.element("h2", title, "id", id + "-title");
    html.append(body);
    html.close("section");
  }
}
