package dev.tr116.report.allure;

import java.nio.charset.StandardCharsets;

/** A file shown beside a test in the report. */
public final class Attachment {
  private final String name;
  private final String mediaType;
  private final byte[] content;

  private Attachment(String name, String mediaType, byte[] content) {
    this.name = name;
    this.mediaType = mediaType;
    this.content = content;
  }

  /** A file with a name such as {@code metrics.json}; the content is copied. */
  public static Attachment of(String name, String mediaType, byte[] content) {
    return new Attachment(name, mediaType, content.clone());
  }

  /** A text in UTF-8. */
  public static Attachment of(String name, String mediaType, String content) {
    return new Attachment(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** What the report calls it. */
  public String name() {
    return name;
  }

  /** E.g. {@code application/json}; decides how the report shows it. */
  public String mediaType() {
    return mediaType;
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }

  @Override
  public String toString() {
    return name + " (" + mediaType + ", " + content.length + " bytes)";
  }
}
