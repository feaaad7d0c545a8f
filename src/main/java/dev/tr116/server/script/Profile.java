package dev.tr116.server.script;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What several agents are to see when they call one device, each once.
 *
 * @param answers one per agent
 * @param oneServer whether they all call the same server, which then serves them one by one; else
 *     each has its own
 */
public record Profile(List<Answer> answers, boolean oneServer) {
  private static final String MODEL = "any";

  public Profile {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a profile needs at least one answer");
    }
    if (oneServer && answers.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          "one server gives everybody the same answer; give each agent a server of its own");
    }
  }

  /** Every agent has a server of its own. */
  public static Profile of(Answer... answers) {
    return new Profile(List.of(answers), false);
  }

  /** So many agents call one server. */
  public static Profile onOneServer(int agents, Answer answer) {
    return new Profile(IntStream.range(0, agents).mapToObj(i -> answer).toList(), true);
  }

  /** What one agent, counted from 0, sees alone, from 0 ns on, when no model is loaded yet. */
  public Course alone(int agent) {
    return courses(List.of(answers.get(agent))).getFirst();
  }

  /** What each sees when all call at once, from 0 ns on, when no model is loaded yet. */
  public List<Course> together() {
    return courses(answers);
  }

  private List<Course> courses(List<Answer> playing) {
    var timetable = new Timetable(0);
    var calls =
        IntStream.range(0, playing.size())
            .mapToObj(i -> new Timetable.Call(i, oneServer ? 0 : i, MODEL, playing.get(i), 0))
            .toList();
    calls.forEach(timetable::arrive);
    var plan = timetable.plan();
    return calls.stream().map(plan::get).toList();
  }
}
