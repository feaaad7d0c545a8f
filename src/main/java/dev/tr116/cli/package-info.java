/** The command line. */
@org.jspecify.annotations.NullMarked
package dev.tr116.cli;
