package dev.tr116.truth;

import dev.tr116.server.script.Answer;
import dev.tr116.server.script.Profile;
import java.util.Collections;
import java.util.List;

/**
 * A profile and what it must come to.
 *
 * @param name what is special about it
 * @param together what each agent's server plays first, which is beside the others
 * @param alone what each agent's server plays after that
 * @param oneServer whether all call the same one
 * @param agents the arithmetic; with one server, in the order in which it serves them
 */
record KnownTruth(
    String name,
    List<Answer> together,
    List<Answer> alone,
    boolean oneServer,
    List<AgentTruth> agents) {
  static final int PROMPT_TOKENS = 100;

  static KnownTruth of(String name, List<Answer> answers, List<AgentTruth> agents) {
    return new KnownTruth(name, answers, answers, false, agents);
  }

  /** As many agents as wanted that are all alike. */
  static KnownTruth alike(String name, int count, Answer answer, AgentTruth agent) {
    return of(name, Collections.nCopies(count, answer), Collections.nCopies(count, agent));
  }

  Profile profile() {
    return new Profile(together, oneServer);
  }

  @Override
  public String toString() {
    return name;
  }
}
