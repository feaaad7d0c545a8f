package dev.tr116.server.llama;

import java.io.IOException;
import java.io.OutputStream;

/** Notices when the process that started this one is gone, however it ended. */
final class ParentWatch {
  private ParentWatch() {}

  /**
   * Runs the action once the standard input ends, which the operating system sees to even for a
   * killed parent, or the parent's process is gone. It may be run twice. Until then this process
   * stays alive.
   */
  static void whenParentEnds(Runnable action) {
    Thread.ofPlatform().name("parent-watch").start(() -> awaitEndOfInput(action));
    var _ = ProcessHandle.current().parent().map(parent -> parent.onExit().thenRun(action));
  }

  private static void awaitEndOfInput(Runnable action) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("standard input broke: " + e);
    }
    action.run();
  }
}
