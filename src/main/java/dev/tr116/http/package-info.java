/** Carries requests to servers and their answers back, as the bytes arrive. */
@org.jspecify.annotations.NullMarked
package dev.tr116.http;
