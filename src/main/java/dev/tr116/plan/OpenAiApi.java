package dev.tr116.plan;

/** Which of the two streaming interfaces an OpenAI-compatible server is asked by. */
public enum OpenAiApi {
  /** {@code /v1/chat/completions}. */
  CHAT,
  /** {@code /v1/completions}. */
  COMPLETIONS
}
