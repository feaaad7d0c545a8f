/** The installed {@code ollama} program, started for a session. */
@org.jspecify.annotations.NullMarked
package dev.tr116.server.ollama;
