/** Outside programs that take part as runtimes: the line protocol and both of its ends. */
@org.jspecify.annotations.NullMarked
package dev.tr116.exec;
