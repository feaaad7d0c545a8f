/** An Ollama-compatible HTTP server over any source of tokens. */
@org.jspecify.annotations.NullMarked
package dev.tr116.server;
