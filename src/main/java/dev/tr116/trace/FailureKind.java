package dev.tr116.trace;

/** Why a call did not succeed. A call succeeds only with its terminator, {@code done:true}. */
public enum FailureKind {
  /** No connection: refused, reset before any answer, unknown host. */
  CONNECT,
  /** Another status than 200. */
  HTTP_STATUS,
  /** A line {@code {"error":"..."}} after status 200. */
  ERROR_LINE,
  /** The stream ended without its terminator. */
  TRUNCATED,
  /** A line that is no JSON object of the protocol. */
  MALFORMED,
  /** The connection did not stand in time. */
  TIMEOUT_CONNECT,
  /** No token in time. */
  TIMEOUT_FIRST_TOKEN,
  /** Nothing more in time, after the first token. */
  TIMEOUT_IDLE,
  /** The call as a whole took too long. */
  TIMEOUT_TOTAL,
  /** Ended by us, because the other agent failed or the run was stopped. */
  CANCELLED
}
