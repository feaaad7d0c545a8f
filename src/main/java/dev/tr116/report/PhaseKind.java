package dev.tr116.report;

/** What a call spends its time on, in the order of the time axis. */
public enum PhaseKind {
  /** Before the first token and accounted for by nobody on the server: network, client, proxies. */
  CLIENT("client/transport"),
  /** The server loads the model, or waits for that. */
  LOAD("load"),
  /** On the server, but neither loading nor computing. */
  QUEUE("queue"),
  /** The wait for the first token, where the server does not tell what it was spent on. */
  TO_FIRST_TOKEN("to first token"),
  /** The server reads the prompt. */
  PREFILL("prefill"),
  /** From the first token to the last. */
  DECODE("decode");

  private final String label;

  PhaseKind(String label) {
    this.label = label;
  }

  /** The word in charts and reports, e.g. {@code prefill}. */
  public String label() {
    return label;
  }
}
