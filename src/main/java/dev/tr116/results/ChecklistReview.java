package dev.tr116.results;

import dev.tr116.slo.Checklist;
import dev.tr116.slo.ChecklistItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goes through a session's checklist, by its kept files alone. */
public final class ChecklistReview {
  private static final boolean INTEGRITY = true;
  private static final boolean QUALITY = false;

  private final List<ChecklistItem> items = new ArrayList<>();

  private ChecklistReview() {}

  /** One question. */
  private interface Question {
    ChecklistAnswer answer() throws IOException;
  }

  /**
   * The checklist of a session that has ended, or has written everything but its end.
   *
   * @param enforced whether every failure fails the test, not only those of integrity
   * @throws UnreadableRecordException when the folder holds no session that can be read
   */
  public static Checklist of(Path folder, boolean enforced) {
    var evidence = SessionEvidence.read(folder);
    var review = new ChecklistReview();
    review.askAsTr116(new ChecklistOfTr116(evidence));
    review.askMore(new ChecklistOfOurs(evidence));
    return new Checklist(
        evidence.session().text("session"),
        folder,
        BackendJson.read(evidence.session().object("backend")),
        enforced,
        review.items);
  }

  /**
   * Writes {@code checklist.json} and {@code checklist.md} into the session's folder.
   *
   * @return the latter
   */
  public static Path write(Checklist checklist) {
    var table = checklist.folder().resolve("checklist.md");
    AtomicFile.write(
        checklist.folder().resolve("checklist.json"), Json.bytes(ChecklistText.json(checklist)));
    AtomicFile.write(table, ChecklistText.markdown(checklist).getBytes(StandardCharsets.UTF_8));
    return table;
  }

  private void askAsTr116(ChecklistOfTr116 list) {
    ask(
        "TR116-1",
        "Every planned run has a whole record",
        INTEGRITY,
        list::everyRunHasAWholeRecord);
    ask(
        "TR116-2",
        "The table made again from the records has the same bytes",
        INTEGRITY,
        list::tableFollowsFromTheRecords);
    ask(
        "TR116-3",
        "Every multi-agent cell has its runs",
        QUALITY,
        list::everySideBySideCellHasItsRuns);
    ask(
        "TR116-4",
        "Every single-agent configuration is accounted for",
        QUALITY,
        list::everySingleCellHasItsRuns);
    ask(
        "TR116-5",
        "Contention flags agree with their rules",
        INTEGRITY,
        list::contentionFlagsAgreeWithTheirRules);
    ask(
        "TR116-6",
        "Everything was measured in this session",
        INTEGRITY,
        list::everythingIsOfThisSession);
    ask(
        "TR116-7",
        "Machine files are ASCII, tables UTF-8 without loss",
        INTEGRITY,
        list::machineFilesAreAscii);
    ask("TR116-8", "The manifest of the raw files verifies", INTEGRITY, list::manifestVerifies);
    ask(
        "TR116-9",
        "A rerun after a change is compared with the session before",
        QUALITY,
        list::rerunIsComparedWithBefore);
    ask("TR116-10", "Power was sampled", QUALITY, list::powerWasSampled);
  }

  private void askMore(ChecklistOfOurs list) {
    ask("QA-1", "No run was interrupted", INTEGRITY, list::noRunWasInterrupted);
    ask("QA-2", "No call failed", QUALITY, list::noCallFailed);
    ask("QA-3", "Every failed call is logged", INTEGRITY, list::everyFailureIsLogged);
    ask(
        "QA-4",
        "Figures come from warm runs that can be trusted",
        INTEGRITY,
        list::figuresComeFromWarmTrustedRuns);
    ask(
        "QA-5",
        "Every cell has enough measured runs for a verdict",
        QUALITY,
        list::cellsHaveEnoughRunsForAVerdict);
    ask("QA-6", "Solo baselines are present", QUALITY, list::soloBaselinesArePresent);
    ask("QA-7", "The instrument was calibrated", QUALITY, list::instrumentWasCalibrated);
    ask("QA-8", "The preflight passed", QUALITY, list::preflightPassed);
    ask("QA-9", "Outliers were measured once more", QUALITY, list::outliersWereMeasuredAgain);
    ask("QA-10", "Summaries are there", INTEGRITY, list::summariesAreThere);
    ask("QA-11", "Agents answered", QUALITY, list::agentsAnswered);
    ask("QA-12", "Every cell had one model", INTEGRITY, list::everyCellHadOneModel);
    ask("QA-13", "The environment stayed the same", INTEGRITY, list::environmentStayedTheSame);
    ask("QA-14", "Every cell had one configuration", INTEGRITY, list::everyCellHadOneConfiguration);
  }

  /** A file that cannot be read fails the question that needs it. */
  private void ask(String id, String title, boolean isOfIntegrity, Question question) {
    ChecklistAnswer answer;
    try {
      answer = question.answer();
    } catch (UnreadableRecordException | IOException unreadable) {
      answer = ChecklistAnswer.fail(unreadable.getMessage());
    }
    items.add(new ChecklistItem(id, title, answer.state(), isOfIntegrity, answer.why()));
  }
}
