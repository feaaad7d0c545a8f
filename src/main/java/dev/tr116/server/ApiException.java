package dev.tr116.server;

/** A request that is answered with an HTTP error and {@code {"error": message}}. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  static ApiException badRequest(String message) {
    return new ApiException(400, message);
  }

  static ApiException modelNotFound(String name, String remark) {
    return new ApiException(404, "model '" + name + "' not found" + remark);
  }

  int status() {
    return status;
  }
}
