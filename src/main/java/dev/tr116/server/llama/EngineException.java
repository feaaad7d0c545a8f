package dev.tr116.server.llama;

/** The embedded engine cannot run here; the message says why and what to do. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EngineException(String message) {
    super(message);
  }

  private EngineException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The message, which is never absent. */
  public String words() {
    return String.valueOf(getMessage());
  }

  static EngineException unknownModel(String name) {
    return new EngineException(
        "the embedded engine has no model '%s'; it has %s"
            .formatted(name, StandInModel.available()));
  }

  static EngineException missingBinding(Throwable cause) {
    return new EngineException(
        "the embedded engine needs the llama.cpp binding, which is not on the class path: add the"
            + " dependency de.kherud:llama:4.2.0, or measure a real server with"
            + " -Dtr116.backend=ollama",
        cause);
  }

  static EngineException unusableLibrary(String detail) {
    return new EngineException(
        "llama.cpp cannot run on this machine. It needs a 64-bit CPU (on x86 one with AVX2) and, on"
            + " Linux, the package libgomp1: install that (apt-get install libgomp1, or dnf install"
            + " libgomp), or measure a real server with -Dtr116.backend=ollama. The library said: "
            + detail);
  }

  /** With a message that a server process worded. */
  static EngineException of(String message) {
    return new EngineException(message);
  }

  static EngineException failed(String what, String detail) {
    return new EngineException("the embedded engine failed: " + what + ": " + detail);
  }

  static EngineException failed(String what, Throwable cause) {
    return new EngineException("the embedded engine failed: " + what + ": " + cause, cause);
  }
}
