package dev.tr116.junit;

import dev.tr116.results.ResultStore;
import dev.tr116.results.UnwritableException;

/**
 * The record of a run that could not be written when it was measured. Nothing more is measured
 * before it is.
 *
 * @param store that holds it
 * @param console to tell of it
 * @param failures that wait for it
 * @param session its name
 */
record LateRecord(
    ResultStore store, SessionConsole console, FailureNotes failures, String session) {
  /**
   * Writes it; does nothing where there is none.
   *
   * @throws UnwritableException when it still cannot be written
   */
  void keep() {
    store
        .keepUnwritten()
        .ifPresent(
            record -> {
              console.writtenAtLast(record.run().id());
              failures.measured(record.run());
            });
  }

  /**
   * The same for the last time, telling how to go on without it.
   *
   * @throws UnwritableException when it still cannot be written
   */
  void keepOrTell() {
    try {
      keep();
    } catch (UnwritableException still) {
      store.unwritten().ifPresent(run -> console.notRecorded(run, session, still));
      throw still;
    }
  }
}
