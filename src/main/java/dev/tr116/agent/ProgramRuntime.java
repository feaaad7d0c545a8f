package dev.tr116.agent;

import dev.tr116.exec.OutsideProgram;
import java.util.List;

/**
 * Agents that an outside program schedules and speaks for. Its clock is its own: the intervals are
 * the program's, and they are placed on this JVM's clock at the moment it was told to go.
 */
final class ProgramRuntime implements AgentRuntime {
  private final OutsideProgram program;

  ProgramRuntime(OutsideProgram program) {
    this.program = program;
  }

  @Override
  public Span run(List<Agent> agents) {
    var part = program.run(agents);
    return new Span(part.released(), part.ended(), part.interrupted());
  }

  @Override
  public void close() {
    program.close();
  }
}
