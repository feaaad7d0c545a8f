package dev.tr116.faults;

/** Where in an exchange a fault lies. */
enum Place {
  CONNECTION("the connection"),
  HEAD("status and headers"),
  FIRST_BYTE("first byte of the answer"),
  MID_STREAM("mid-stream"),
  LAST_LINE("last line"),
  AFTER_THE_END("after the last line"),
  WHOLE_ANSWER("the whole answer");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /** As the page names it. */
  String words() {
    return words;
  }
}
