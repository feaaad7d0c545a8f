/** What the instrument itself adds, measured against servers in its own process. */
@org.jspecify.annotations.NullMarked
package dev.tr116.calibration;
