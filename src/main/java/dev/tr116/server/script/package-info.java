/**
 * A server with Ollama's API and OpenAI's that plays known truth and faults, byte for byte and on
 * schedule.
 */
@org.jspecify.annotations.NullMarked
package dev.tr116.server.script;
