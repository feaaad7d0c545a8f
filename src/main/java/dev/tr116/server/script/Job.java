package dev.tr116.server.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One call on a timetable: waiting, then served, then decoded. Moments in ns from its origin. */
final class Job {
  private static final double PER_SECOND = 1e9;

  private final Timetable.Call call;
  private final double arrived;
  private final List<Double> due;
  private double started = Double.NaN;
  private double loaded = Double.NaN;
  private double first = Double.NaN;

  /** Tokens generated after the first, the part of the next one included. */
  private double work;

  Job(Timetable.Call call, double arrived) {
    this.call = call;
    this.arrived = arrived;
    this.due = new ArrayList<>(call.answer().tokens());
  }

  Job(Job other) {
    this(other.call, other.arrived);
    due.addAll(other.due);
    started = other.started;
    loaded = other.loaded;
    first = other.first;
    work = other.work;
  }

  Timetable.Call call() {
    return call;
  }

  boolean isStarted() {
    return !Double.isNaN(started);
  }

  boolean isDecoding() {
    return !due.isEmpty() && !isOver();
  }

  boolean isOver() {
    return due.size() == call.answer().tokens();
  }

  /** Its turn has come. */
  void start(double now, boolean cold) {
    started = now;
    loaded = now + (cold ? nanos(call.answer().load()) : 0);
    first = loaded + nanos(call.answer().prefill());
  }

  /** When it next changes what the others get, if so many are decoding; infinite while it waits. */
  double nextEvent(double now, int decoding) {
    if (!isStarted()) {
      return Double.POSITIVE_INFINITY;
    }
    return due.isEmpty() ? first : dueOf(call.answer().tokens() - 1, now, decoding);
  }

  /** Its first token is out when it is time for that. */
  void beginToDecode(double now) {
    if (isStarted() && due.isEmpty() && first <= now) {
      due.add(first);
    }
  }

  /** Generates while so many are decoding. */
  void decode(double from, double until, int decoding) {
    if (!isDecoding()) {
      return;
    }
    for (var moment = dueOf(due.size(), from, decoding);
        moment <= until && !isOver();
        moment = dueOf(due.size(), from, decoding)) {
      due.add(moment);
    }
    work += perNano(decoding) * (until - from);
  }

  /** What has become of it. */
  Course course(long origin) {
    return new Course(
        origin + Math.round(arrived),
        origin + Math.round(started),
        origin + Math.round(loaded),
        due.stream().map(moment -> origin + Math.round(moment)).toList());
  }

  private double dueOf(int token, double now, int decoding) {
    return now + (token - work) / perNano(decoding);
  }

  private double perNano(int decoding) {
    return call.answer().rate().at(decoding) / PER_SECOND;
  }

  private static double nanos(Duration duration) {
    return (double) duration.toNanos();
  }
}
