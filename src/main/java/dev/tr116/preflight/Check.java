package dev.tr116.preflight;

import java.util.Locale;

/** What a finding is about. */
public enum Check {
  /** Whether everything could be asked. */
  ASKED,
  /** The servers' versions. */
  VERSIONS,
  /** Whether every server has the models it will be asked for. */
  MODELS,
  /** Whether servers have the same weights under the same name. */
  DIGEST,
  /** Whether those are quantized alike. */
  QUANTIZATION,
  /** The length of the context, asked for and given. */
  CONTEXT,
  /** Options that load a model anew when they change. */
  OPTIONS,
  /** Room for the models in GPU memory. */
  MEMORY,
  /** What else this machine does. */
  LOAD,
  /** Clocks of this machine and of the servers. */
  CLOCK,
  /** Room for the results. */
  DISK,
  /** A model that was loaded anew while it was measured. */
  RELOAD;

  /** The word in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
