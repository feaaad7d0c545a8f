package dev.tr116.report;

/** What a call spends its time on, in the order of the time axis. */
public enum PhaseKind {
  /** Before the first token and accounted for by nobody on the server: network, client, proxies. */
  CLIENT("client/transport", Ink.GREY),
  /** The server loads the model, or waits for that. */
  LOAD("load", Ink.ORANGE),
  /** On the server, but neither loading nor computing. */
  QUEUE("queue", Ink.PURPLE),
  /** The wait for the first token, where the server does not tell what it was spent on. */
  TO_FIRST_TOKEN("to first token", Ink.YELLOW),
  /** The server reads the prompt. */
  PREFILL("prefill", Ink.SKY),
  /** From the first token to the last. */
  DECODE("decode", Ink.GREEN);

  private final String label;
  private final Ink ink;

  PhaseKind(String label, Ink ink) {
    this.label = label;
    this.ink = ink;
  }

  /** The word in charts and reports, e.g. {@code prefill}. */
  public String label() {
    return label;
  }

  Ink ink() {
    return ink;
  }
}
