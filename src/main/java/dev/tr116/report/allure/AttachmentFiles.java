package dev.tr116.report.allure;

import io.qameta.allure.AllureConstants;
import io.qameta.allure.AllureLifecycle;
import java.io.ByteArrayInputStream;
import java.util.UUID;

/**
 * Writes attachments to the results directory. Allure's own way adds them to whatever step happens
 * to be open; this one leaves the place to the caller.
 *
 * @param lifecycle writes the files
 */
record AttachmentFiles(AllureLifecycle lifecycle) {
  io.qameta.allure.model.Attachment write(Attachment file) {
    var source =
        UUID.randomUUID() + AllureConstants.ATTACHMENT_FILE_SUFFIX + extension(file.mediaType());
    lifecycle.writeAttachment(source, new ByteArrayInputStream(file.content()));
    return new io.qameta.allure.model.Attachment()
        .setName(file.name())
        .setType(file.mediaType())
        .setSource(source);
  }

  private static String extension(String mediaType) {
    return switch (mediaType) {
      case "application/json" -> ".json";
      case "image/svg+xml" -> ".svg";
      case "text/csv" -> ".csv";
      case "text/html" -> ".html";
      case "text/markdown" -> ".md";
      default -> mediaType.startsWith("text/") ? ".txt" : "";
    };
  }
}
