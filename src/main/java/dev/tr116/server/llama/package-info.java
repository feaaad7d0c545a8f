/** Puts llama.cpp with small stand-in models behind the server, in processes of their own. */
@org.jspecify.annotations.NullMarked
package dev.tr116.server.llama;
