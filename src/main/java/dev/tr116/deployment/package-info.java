/** Where what was measured may be deployed, by stated rules. */
@org.jspecify.annotations.NullMarked
package dev.tr116.deployment;
