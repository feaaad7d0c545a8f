/** The wire: one streamed call against an Ollama-compatible server, and questions before it. */
@org.jspecify.annotations.NullMarked
package dev.tr116.llm;
