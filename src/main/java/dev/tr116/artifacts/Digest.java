package dev.tr116.artifacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is in a folder, as plain text of a bounded length: its size first, then a line for each kind
 * of content, files of like content together.
 */
final class Digest {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_LINE = 240;
  private static final int KIB = 1024;

  /** What files of one content have in common. */
  private record Content(ArtifactKind kind, String outline) {}

  private Digest() {}

  static String of(String folder, List<Artifact> all, List<Artifact> read, int most) {
    var text = new StringBuilder(PlainText.line(head(folder, all, read), most));
    var lines = lines(read);
    for (var i = 0; i < lines.size(); i++) {
      var rest = "\n- and " + (lines.size() - i) + " more kinds of content";
      var line = "\n- " + lines.get(i);
      var reserved = i == lines.size() - 1 ? 0 : rest.length();
      if (text.length() + line.length() + reserved > most) {
        return text.length() + rest.length() > most
            ? text.toString()
            : text.append(rest).toString();
      }
      text.append(line);
    }
    return text.toString();
  }

  private static String head(String folder, List<Artifact> all, List<Artifact> read) {
    var kinds =
        Arrays.stream(ArtifactKind.values())
            .map(kind -> count(all, kind) + " " + kind.label())
            .collect(Collectors.joining(", "));
    var newest = all.stream().max(Comparator.comparing(Artifact::changed)).orElseThrow();
    return "Folder "
        + PlainText.line(folder, LONGEST_NAME)
        + ": "
        + all.size()
        + (all.size() == 1 ? " file" : " files")
        + " ("
        + kinds
        + "), "
        + size(all.stream().mapToLong(Artifact::bytes).sum())
        + "; newest "
        + PlainText.line(newest.name(), LONGEST_NAME)
        + " of "
        + newest.changed().toString().replaceFirst("\\..*Z", "Z")
        + (read.size() < all.size() ? "; the newest " + read.size() + " were read" : "");
  }

  private static long count(List<Artifact> all, ArtifactKind kind) {
    return all.stream().filter(artifact -> artifact.kind() == kind).count();
  }

  /** Kinds take turns, so that a short text still tells of each. */
  private static List<String> lines(List<Artifact> read) {
    var contents = new LinkedHashMap<Content, List<Artifact>>();
    for (var artifact : read) {
      contents
          .computeIfAbsent(
              new Content(artifact.kind(), artifact.outline()), content -> new ArrayList<>())
          .add(artifact);
    }
    var turns = new LinkedHashMap<String, Integer>();
    var places = new EnumMap<ArtifactKind, Integer>(ArtifactKind.class);
    contents.forEach(
        (content, files) ->
            turns.put(line(content, files), places.merge(content.kind(), 1, Integer::sum)));
    return turns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String line(Content content, List<Artifact> files) {
    var first = PlainText.line(files.getFirst().name(), LONGEST_NAME);
    var which =
        files.size() == 1
            ? first
            : files.size() + " " + content.kind().label() + " files such as " + first;
    return PlainText.line(which + ": " + content.outline(), LONGEST_LINE);
  }

  private static String size(long bytes) {
    return bytes < KIB
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%.1f KiB", (double) bytes / KIB);
  }
}
