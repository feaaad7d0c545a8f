/** What running agents costs: formulas over stated inputs, and over what was measured. */
@org.jspecify.annotations.NullMarked
package dev.tr116.cost;
