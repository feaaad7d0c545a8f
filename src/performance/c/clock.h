/* The monotonic clock in ns: on Linux the one of System.nanoTime(), so stamps of both sides compare. */
#ifndef TR116_CLOCK_H
#define TR116_CLOCK_H

#include <stdint.h>
#include <time.h>

#define SECOND 1000000000LL

static inline int64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * SECOND + t.tv_nsec;
}

#endif
