package dev.tr116.server;

import java.util.List;

/** The inference behind the server: which models there are and how one gets loaded. */
public interface TokenSource {
  /** What {@code /api/version} tells, e.g. {@code 0.0.0-embedded-b4916}. */
  String version();

  /** All models that can be asked for, in the order in which {@code /api/tags} lists them. */
  List<ServedModel> models();

  /** What to add when a model was asked for that is not there; e.g. what can be had instead. */
  default String remarkOnMissing() {
    return "";
  }

  /**
   * Loads a model; the server calls this for one model at a time and closes the previous one first.
   *
   * @throws InferenceException when the model cannot be loaded
   */
  LoadedModel load(ServedModel model, LoadOptions options);
}
