package dev.tr116.exec;

import java.io.IOException;

/**
 * A program for tests that writes what its arguments say: {@code plan} waits for a line, {@code
 * sleep} keeps silent for a minute, {@code exit:3} ends, {@code err:text} writes to the standard
 * error; anything else is a line to write, single quotes for double ones.
 */
final class ScriptedProgram {
  private ScriptedProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var lines = new Lines(System.in);
    for (var arg : args) {
      if (arg.equals("line")) {
        lines.next();
      } else if (arg.equals("sleep")) {
        Thread.sleep(60_000);
      } else if (arg.startsWith("exit:")) {
        System.exit(Integer.parseInt(arg.substring("exit:".length())));
      } else if (arg.startsWith("err:")) {
        System.err.println(arg.substring("err:".length()));
      } else {
        System.out.println(arg.replace('\'', '"'));
      }
    }
  }
}
