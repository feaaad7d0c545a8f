package dev.tr116.preflight;

import java.util.stream.Stream;

/** Looks at what was asked, for one kind of trouble. */
@FunctionalInterface
interface CheckFamily {
  /** What is to be told. */
  Stream<Finding> look(Facts facts);
}
