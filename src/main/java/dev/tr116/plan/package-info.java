/** What to run: settings, models, agents, scenarios and the matrix they span. */
@org.jspecify.annotations.NullMarked
package dev.tr116.plan;
