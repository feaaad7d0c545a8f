package dev.tr116.plan;

/** Where the runs go, as asked for. */
public enum BackendChoice {
  /** The first of the others that can be had. */
  AUTO,
  /** Servers that answer already, else the installed program. */
  OLLAMA,
  /** llama.cpp in child processes, on stand-in models. */
  EMBEDDED,
  /** A known schedule, played without any inference. */
  SCRIPTED,
  /** Servers with the streaming interface of OpenAI, e.g. vLLM. */
  OPENAI
}
