package dev.tr116.plan;

/**
 * The part an agent plays.
 *
 * @param name a lower-case word, e.g. {@code collector}
 */
public record AgentRole(String name) {
  /** Takes stock of the data; TR116's agent A, on the first endpoint. */
  public static final AgentRole COLLECTOR = new AgentRole("collector");

  /** Draws conclusions from it; TR116's agent B, on the second endpoint. */
  public static final AgentRole INSIGHT = new AgentRole("insight");

  /** The agent with the server's defaults in the suite {@code single}. */
  public static final AgentRole BASELINE = new AgentRole("baseline");

  /** The agent with the options under study in the suite {@code single}. */
  public static final AgentRole CHIMERA = new AgentRole("chimera");

  public AgentRole {
    if (!name.matches("[a-z][a-z0-9_-]{0,39}")) {
      throw new IllegalArgumentException(
          "a role is a lower-case word of letters, digits, - and _, not '" + name + "'");
    }
  }

  /** One of several that do the same, counted from 1. */
  public static AgentRole numbered(int number) {
    return new AgentRole("agent-" + number);
  }

  @Override
  public String toString() {
    return name;
  }
}
