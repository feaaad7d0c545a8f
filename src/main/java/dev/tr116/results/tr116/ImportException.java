package dev.tr116.results.tr116;

/** A file or table that cannot be read as what it should be; the message says where and why. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A complaint.
   *
   * @param source the file or table
   * @param complaint what is wrong and what was expected
   */
  public ImportException(String source, String complaint) {
    super(source + ": " + complaint);
  }
}
