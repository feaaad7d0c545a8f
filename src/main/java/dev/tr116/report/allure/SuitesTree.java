package dev.tr116.report.allure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Addresses within the report's page. Allure 2 gives tests new ids in every report, but a node of
 * its tree of suites has the MD5 of its parent's id and its own name.
 */
final class SuitesTree {
  private SuitesTree() {}

  /**
   * Opens the tree at this node, e.g. {@code multi-agent}, {@code gemma3}, {@code chimera-homo}.
   */
  static String address(List<String> names) {
    var id = id("null", "suites");
    for (var name : names) {
      id = id(id, name);
    }
    return "#suites/" + id;
  }

  private static String id(String parent, String name) {
    try {
      var md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest((parent + name).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has MD5", impossible);
    }
  }
}
