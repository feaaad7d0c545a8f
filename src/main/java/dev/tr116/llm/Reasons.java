package dev.tr116.llm;

import java.net.ConnectException;
import java.util.Optional;
import java.util.stream.Stream;

/** The reasons behind what the JDK's client throws. */
final class Reasons {
  private static final String REFUSED = "Connection refused";

  private Reasons() {}

  /**
   * The innermost message, or the exception's kind where there is none. The JDK's client gives no
   * message when a connection is refused, and systems have words of their own for that.
   */
  static String of(Throwable thrown) {
    var innermost = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    var message =
        causes(thrown)
            .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
            .filter(text -> !text.isBlank() && !text.startsWith("java."))
            .reduce((outer, inner) -> inner);
    if (contain(thrown, ConnectException.class) && message.orElse(REFUSED).startsWith(REFUSED)) {
      return "connection refused";
    }
    return message
        .map(FailureMessages::reason)
        .orElseGet(() -> innermost.getClass().getSimpleName());
  }

  /** Whether an exception of that kind is among the causes. */
  static boolean contain(Throwable thrown, Class<? extends Throwable> kind) {
    return causes(thrown).anyMatch(kind::isInstance);
  }

  /** Whether the system gave this process no socket; the JDK has only the system's words for it. */
  static boolean isNoSocketLeft(Throwable thrown) {
    return causes(thrown)
        .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
        .anyMatch(message -> message.startsWith("Too many open files"));
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(16);
  }
}
