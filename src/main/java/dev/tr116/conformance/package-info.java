/** Whether an outside program keeps to the protocol, tried against servers that play a script. */
@org.jspecify.annotations.NullMarked
package dev.tr116.conformance;
