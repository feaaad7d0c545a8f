package dev.tr116.server.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A device that several scripted servers generate on. Whenever one of them begins or ends to
 * decode, the tokens of the others that are still to come are timed anew; every token has a due
 * moment of its own, so that lateness does not add up.
 */
public final class SharedGpu {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Timetable timetable = new Timetable(System.nanoTime());
  private final Map<Timetable.Call, Ticket> waiting = new HashMap<>();
  private int slots;
  private long calls;

  /** A place for one more server: it serves one call at a time and holds one model. */
  public Slot slot() {
    lock.lock();
    try {
      slots++;
      return new Slot(this, slots);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A server's place on the device.
   *
   * @param gpu the device
   * @param number from 1
   */
  public record Slot(SharedGpu gpu, int number) {
    /** Enters a call that arrived at that moment, ns. */
    Ticket enter(String model, Answer answer, long arrived) {
      return gpu.enter(this, model, answer, arrived);
    }
  }

  /** A call on the device; closing it gives up what is still to come. */
  final class Ticket implements AutoCloseable {
    private final Timetable.Call call;
    private Course course;

    private Ticket(Timetable.Call call) {
      this.call = call;
      this.course = new Course(call.arrived(), call.arrived(), call.arrived(), List.of());
    }

    /** Waits until that token, counted from 0, is due; the moment it was due, ns. */
    long awaitToken(int token) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (true) {
          long due = course.tokens().get(token);
          var left = due - System.nanoTime();
          if (left <= 0) {
            return due;
          }
          // A signal means that it may be due at another time.
          var _ = changed.awaitNanos(left);
        }
      } finally {
        lock.unlock();
      }
    }

    /** What was due, and what still is if nothing else comes. */
    Course course() {
      lock.lock();
      try {
        return course;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        waiting.remove(call);
        var now = System.nanoTime();
        if (course.ended() > now) {
          timetable.leave(call, now);
          course = course.until(now);
          replan();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private Ticket enter(Slot slot, String model, Answer answer, long arrived) {
    lock.lock();
    try {
      calls++;
      var call = new Timetable.Call(calls, slot.number(), model, answer, arrived);
      var ticket = new Ticket(call);
      waiting.put(call, ticket);
      timetable.arrive(call);
      replan();
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  private void replan() {
    timetable
        .plan()
        .forEach(
            (call, course) -> {
              var ticket = waiting.get(call);
              if (ticket != null) {
                ticket.course = course;
              }
            });
    changed.signalAll();
  }
}
