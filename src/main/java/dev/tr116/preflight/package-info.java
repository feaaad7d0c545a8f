/** What servers and machine are asked before anything is measured, and what speaks against it. */
@org.jspecify.annotations.NullMarked
package dev.tr116.preflight;
