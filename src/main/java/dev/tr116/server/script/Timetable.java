package dev.tr116.server.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out when each token is due on a device that all its slots share. A slot serves one call at
 * a time in the order they arrived and holds one model; answers that are decoded at once slow each
 * other down, from event to event. Nothing here reads a clock.
 */
final class Timetable {
  private final long origin;
  private final Map<Integer, String> resident = new HashMap<>();
  private final List<Job> jobs = new ArrayList<>();
  private double now;

  /**
   * One call.
   *
   * @param number distinguishes it from all others
   * @param slot which serves it
   * @param model which the slot has to hold
   * @param answer what is generated
   * @param arrived ns
   */
  record Call(long number, int slot, String model, Answer answer, long arrived) {}

  /** A timetable whose moments are near {@code origin}, ns. */
  Timetable(long origin) {
    this.origin = origin;
  }

  private Timetable(Timetable other) {
    this(other.origin);
    resident.putAll(other.resident);
    other.jobs.forEach(job -> jobs.add(new Job(job)));
    now = other.now;
  }

  /** A call has arrived; one that comes after a later event counts as arrived with that. */
  void arrive(Call call) {
    advance((double) (call.arrived() - origin));
    jobs.add(new Job(call, now));
  }

  /** A call is given up, ns; whatever was still to come of it does not happen. */
  void leave(Call call, long moment) {
    advance((double) (moment - origin));
    jobs.removeIf(job -> job.call().equals(call));
  }

  /** Every call that is not over, played to its end as if nothing else came. */
  Map<Call, Course> plan() {
    var future = new Timetable(this);
    var unfinished = List.copyOf(future.jobs);
    future.advance(Double.POSITIVE_INFINITY);
    var plan = new HashMap<Call, Course>();
    unfinished.forEach(job -> plan.put(job.call(), job.course(origin)));
    return plan;
  }

  private void advance(double to) {
    while (true) {
      startWaiting();
      var next = jobs.stream().mapToDouble(job -> job.nextEvent(now, decoding())).min().orElse(to);
      if (next > to || jobs.isEmpty()) {
        break;
      }
      decodeUntil(next);
      jobs.forEach(job -> job.beginToDecode(now));
      jobs.removeIf(Job::isOver);
    }
    if (Double.isFinite(to)) {
      decodeUntil(to);
    }
  }

  private void decodeUntil(double moment) {
    var until = Math.max(now, moment);
    var decoding = decoding();
    jobs.forEach(job -> job.decode(now, until, decoding));
    now = until;
  }

  private int decoding() {
    return (int) jobs.stream().filter(Job::isDecoding).count();
  }

  private void startWaiting() {
    for (var job : jobs) {
      var slot = job.call().slot();
      if (!job.isStarted()
          && jobs.stream().noneMatch(other -> other.isStarted() && other.call().slot() == slot)) {
        job.start(now, !job.call().model().equals(resident.get(slot)));
        resident.put(slot, job.call().model());
      }
    }
  }
}
