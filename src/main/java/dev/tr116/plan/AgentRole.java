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

  public AgentRole {
    if (!name.matches("[a-z][a-z0-9_-]{0,39}")) {
      throw new IllegalArgumentException(
          "a role is a lower-case word of letters, digits, - and _, not '" + name + "'");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
