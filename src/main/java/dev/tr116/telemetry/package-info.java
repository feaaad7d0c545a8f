/** What the machine is and did meanwhile. */
@org.jspecify.annotations.NullMarked
package dev.tr116.telemetry;
