/*
 * The floor: what reading token streams costs when a client does nothing else. One thread, epoll, one look at the
 * clock per read, a search for the line's end. Prints its figures as one line of JSON; times in us.
 *
 * floor_client -p PORT -c STREAMS -n TOKENS [-g START_GAP_US] [-w WARM_UP_ROUNDS]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"

enum { WARM_TOKENS = 10, EVENTS = 512, LINE = 1024, DIGITS = 16 };

struct stream {
  int fd, ended;
  int64_t asked, count, prompt;
  int64_t *arrived, *written;
  char part[LINE];
  size_t part_length;
};

static int port, streams = 2, warm_rounds = 1;
static int64_t tokens = 100, gap;

static void give_up(const char *why) {
  perror(why);
  exit(1);
}

static void connect_to_server(struct stream *s) {
  int one = 1;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  s->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (s->fd < 0 || connect(s->fd, (void *)&address, sizeof address)) give_up("cannot connect");
  setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

static void ask(struct stream *s, int64_t count) {
  char body[128], request[512];
  int length = sprintf(body, "{\"model\":\"m\",\"prompt\":\"hello\",\"stream\":true,\"options\":{\"num_predict\":%lld}}", (long long)count);
  length = sprintf(request,
      "POST /api/generate HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
      port, length, body);
  s->count = s->ended = 0;
  s->part_length = 0;
  s->asked = now_ns();
  if (send(s->fd, request, length, MSG_NOSIGNAL) != length) give_up("cannot ask");
}

/* A line of JSON, or of the chunked coding around it. */
static void take_line(struct stream *s, const char *line, size_t length, int64_t now) {
  static const char end[] = "\",\"done\":false}";
  size_t tail = sizeof end - 1;
  if (length > tail + DIGITS && !memcmp(line + length - tail, end, tail)) {
    int64_t written = 0;
    const char *digit = line + length - tail - DIGITS;
    for (int i = 0; i < DIGITS; i++) written = 10 * written + (digit[i] - '0');
    if (s->count < tokens) {
      s->arrived[s->count] = now;
      s->written[s->count] = written;
    }
    s->count++;
    return;
  }
  static const char prompt[] = "\"prompt_eval_duration\":";
  char *at = memmem(line, length, prompt, sizeof prompt - 1);
  if (at) {
    s->prompt = atoll(at + sizeof prompt - 1);
    s->ended = 1;
  }
}

static void take(struct stream *s, const char *bytes, size_t length, int64_t now) {
  while (length > 0) {
    const char *end = memchr(bytes, '\n', length);
    size_t count = end ? (size_t)(end - bytes) : length;
    if (s->part_length || !end) {
      if (s->part_length + count > LINE) give_up("a line is too long");
      memcpy(s->part + s->part_length, bytes, count);
      s->part_length += count;
      if (!end) return;
      take_line(s, s->part, s->part_length, now);
      s->part_length = 0;
    } else {
      take_line(s, bytes, count, now);
    }
    bytes += count + 1;
    length -= count + 1;
  }
}

/* Every stream asks once; one begins every gap ns. */
static void play(struct stream *all, int64_t count, int polling) {
  static char bytes[64 * 1024];
  struct epoll_event events[EVENTS];
  int begun = 0, left = streams;
  int64_t next = now_ns();
  while (left) {
    while (begun < streams && now_ns() >= next) {
      ask(&all[begun++], count);
      next += gap;
      if (gap) break;
    }
    int64_t wait = next - now_ns();
    if (wait < 0) wait = 0;
    struct timespec until = {.tv_sec = wait / SECOND, .tv_nsec = wait % SECOND};
    int ready = epoll_pwait2(polling, events, EVENTS, begun < streams ? &until : 0, 0);
    for (int i = 0; i < ready; i++) {
      struct stream *s = events[i].data.ptr;
      ssize_t length = recv(s->fd, bytes, sizeof bytes, MSG_DONTWAIT);
      int64_t now = now_ns();
      if (length < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (length <= 0) give_up("a stream broke off");
      int before = s->ended;
      take(s, bytes, length, now);
      left -= s->ended && !before;
    }
  }
}

static int by_size(const void *one, const void *other) {
  int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
  return (a > b) - (a < b);
}

/* Nearest rank. */
static double percentile(const int64_t *sorted, int64_t count, int percent) {
  int64_t rank = (count * percent + 99) / 100;
  return sorted[rank - 1] / 1e3;
}

static double cpu_seconds(const struct rusage *use) {
  return use->ru_utime.tv_sec + use->ru_stime.tv_sec + (use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1e6;
}

/* Of the program alone: getrusage() would count what its parent held, too. */
static double most_memory_mb(void) {
  char line[256];
  long kib = 0;
  FILE *status = fopen("/proc/self/status", "r");
  if (!status) give_up("cannot read /proc/self/status");
  while (fgets(line, sizeof line, status)) {
    if (sscanf(line, "VmHWM: %ld", &kib) == 1) break;
  }
  fclose(status);
  return kib / 1024.0;
}

static void report(const struct stream *all, double wall, double cpu) {
  int64_t *errors = malloc(streams * tokens * sizeof *errors), *biases = malloc(streams * sizeof *biases);
  int64_t got = 0, begun = 0;
  if (!errors || !biases) give_up("no memory");
  for (const struct stream *s = all; s < all + streams; s++) {
    for (int64_t i = 0; i < s->count && i < tokens; i++) errors[got++] = s->arrived[i] - s->written[i];
    if (s->count) biases[begun++] = s->arrived[0] - s->asked - s->prompt;
  }
  qsort(errors, got, sizeof *errors, by_size);
  qsort(biases, begun, sizeof *biases, by_size);
  printf("{\"streams\":%d,\"tokens\":%lld,\"lost\":%lld,\"wall_s\":%.3f,\"cpu_s\":%.4f,\"rss_mb\":%.1f", streams,
      (long long)got, (long long)(streams * tokens - got), wall, cpu, most_memory_mb());
  if (got) {
    printf(",\"error_p50_us\":%.1f,\"error_p99_us\":%.1f,\"ttft_bias_p50_us\":%.1f,\"ttft_bias_p99_us\":%.1f",
        percentile(errors, got, 50), percentile(errors, got, 99), percentile(biases, begun, 50), percentile(biases, begun, 99));
  }
  printf("}\n");
}

int main(int count, char **arguments) {
  int option;
  while ((option = getopt(count, arguments, "p:c:n:g:w:")) != -1) {
    switch (option) {
      case 'p': port = atoi(optarg); break;
      case 'c': streams = atoi(optarg); break;
      case 'n': tokens = atoll(optarg); break;
      case 'g': gap = atoll(optarg) * 1000; break;
      case 'w': warm_rounds = atoi(optarg); break;
      default:
        fprintf(stderr, "floor_client -p PORT -c STREAMS -n TOKENS [-g START_GAP_US] [-w WARM_UP_ROUNDS]\n");
        return 2;
    }
  }
  prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  struct stream *all = calloc(streams, sizeof *all);
  if (!all) give_up("no memory");
  int polling = epoll_create1(0);
  for (struct stream *s = all; s < all + streams; s++) {
    connect_to_server(s);
    s->arrived = calloc(tokens, sizeof *s->arrived);
    s->written = calloc(tokens, sizeof *s->written);
    if (!s->arrived || !s->written) give_up("no memory");
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = s};
    epoll_ctl(polling, EPOLL_CTL_ADD, s->fd, &event);
  }
  int64_t warm = tokens < WARM_TOKENS ? tokens : WARM_TOKENS;
  for (int round = 0; round < warm_rounds; round++) play(all, warm, polling);
  struct rusage before, after;
  int64_t from = now_ns();
  getrusage(RUSAGE_SELF, &before);
  play(all, tokens, polling);
  getrusage(RUSAGE_SELF, &after);
  report(all, (now_ns() - from) / 1e9, cpu_seconds(&after) - cpu_seconds(&before));
  return 0;
}
