package dev.tr116.server.script;

import java.util.function.Predicate;

/** Requests that ask for more than a server has memory for, and what Ollama answers them. */
public final class MemoryLimit {
  /** The words of Ollama and of the driver when the GPU is full. */
  public static final Script REFUSAL =
      Script.status(500, "llama runner process has terminated: cudaMalloc failed: out of memory");

  private MemoryLimit() {}

  /** Whether a request asks for an option, e.g. {@code num_gpu}, above that number. */
  public static Predicate<ReceivedRequest> above(String option, long most) {
    return request -> Json.read(request.body()).path("options").path(option).asLong(0) > most;
  }

  /** Whether a request asks for that model. */
  public static Predicate<ReceivedRequest> of(String model) {
    return request -> request.model().equals(model);
  }
}
