/*
 * A token server: POST /api/generate as Ollama answers it, HTTP/1.1, chunked, connections kept. The text of each
 * token is the time it was sent (monotonic clock, ns, 16 digits), so the arrival minus the text is a client's error.
 * The last token and the line with "done":true leave in one write; that line's prompt_eval_duration is the time from
 * the request to the first token. Listens on 127.0.0.1, prints its port, and ends when its standard input ends.
 *
 * token_server [-p PORT] [-n TOKENS] [-i INTERVAL_US] [-d FIRST_TOKEN_US]
 * A request's "num_predict" goes before -n. An interval of 0 sends as fast as the client reads.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"

enum { REQUEST_LIMIT = 64 * 1024, BURST = 60000, EVENTS = 512, DUE_AT_ONCE = 64 };

struct stream {
  int fd;
  int place;       /* in the heap of deadlines, -1 when not in it */
  int wants_out;   /* the socket was full */
  int answering;
  int64_t tokens, sent, asked, first, deadline;
  char *in, *out;
  size_t in_length, in_size, out_length, out_done, out_size;
  struct stream *next_shut;
};

static int64_t default_tokens = 100, interval = 20000000, first_token = 50000000;
static int polling;
static struct stream **heap, *all_shut;
static int heap_length, heap_size;
static char token[512];
static int token_length, token_text;

static void *sized(void *old, size_t bytes) {
  void *memory = realloc(old, bytes);
  if (!memory) {
    perror("no memory");
    exit(1);
  }
  return memory;
}

/* The stream whose token is due next is at the top. */

static void put(int place, struct stream *s) {
  heap[place] = s;
  s->place = place;
}

static void rise(int place) {
  struct stream *s = heap[place];
  while (place > 0 && heap[(place - 1) / 2]->deadline > s->deadline) {
    put(place, heap[(place - 1) / 2]);
    place = (place - 1) / 2;
  }
  put(place, s);
}

static void sink(int place) {
  struct stream *s = heap[place];
  for (;;) {
    int child = 2 * place + 1;
    if (child + 1 < heap_length && heap[child + 1]->deadline < heap[child]->deadline) child++;
    if (child >= heap_length || heap[child]->deadline >= s->deadline) break;
    put(place, heap[child]);
    place = child;
  }
  put(place, s);
}

static void schedule(struct stream *s) {
  if (heap_length == heap_size) {
    heap_size = heap_size ? 2 * heap_size : 1024;
    heap = sized(heap, heap_size * sizeof *heap);
  }
  put(heap_length++, s);
  rise(s->place);
}

static void unschedule(struct stream *s) {
  int place = s->place;
  if (place < 0) return;
  s->place = -1;
  struct stream *last = heap[--heap_length];
  if (last == s) return;
  put(place, last);
  rise(place);
  sink(last->place);
}

/* What is sent. */

static void reserve(struct stream *s, size_t more) {
  if (s->out_length + more > s->out_size) {
    s->out_size = 2 * (s->out_length + more);
    s->out = sized(s->out, s->out_size);
  }
}

static void say(struct stream *s, const char *text, size_t length) {
  reserve(s, length);
  memcpy(s->out + s->out_length, text, length);
  s->out_length += length;
}

static void prepare_token(void) {
  const char *line =
      "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00.000000000Z\",\"response\":\" 0000000000000000\",\"done\":false}\n";
  token_length = sprintf(token, "%zx\r\n%s\r\n", strlen(line), line);
  token_text = (int)(strstr(token, "\" 0000") - token) + 2;
}

static void say_token(struct stream *s, int64_t now) {
  if (s->sent == 0) s->first = now;
  reserve(s, token_length);
  char *to = s->out + s->out_length;
  memcpy(to, token, token_length);
  for (int i = 15; i >= 0; i--, now /= 10) to[token_text + i] = (char)('0' + now % 10);
  s->out_length += token_length;
  s->sent++;
}

static void say_end(struct stream *s, int64_t now) {
  char line[512], chunk[600];
  int length = sprintf(line,
      "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00.000000000Z\",\"response\":\"\",\"done\":true,\"done_reason\":\"stop\","
      "\"total_duration\":%lld,\"load_duration\":0,\"prompt_eval_count\":10,\"prompt_eval_duration\":%lld,"
      "\"eval_count\":%lld,\"eval_duration\":%lld}\n",
      (long long)(now - s->asked), (long long)(s->first - s->asked), (long long)s->tokens, (long long)(now - s->first));
  say(s, chunk, sprintf(chunk, "%x\r\n%s\r\n0\r\n\r\n", length, line));
}

static void watch(struct stream *s, int wants_out) {
  if (s->wants_out == wants_out) return;
  s->wants_out = wants_out;
  struct epoll_event event = {.events = EPOLLIN | (wants_out ? EPOLLOUT : 0), .data.ptr = s};
  epoll_ctl(polling, EPOLL_CTL_MOD, s->fd, &event);
}

static void shut(struct stream *s) {
  if (s->fd < 0) return;
  unschedule(s);
  close(s->fd);
  s->fd = -1;
  s->next_shut = all_shut;
  all_shut = s;
}

/* Once no event can name them any more. */
static void release_shut(void) {
  while (all_shut) {
    struct stream *s = all_shut;
    all_shut = s->next_shut;
    free(s->in);
    free(s->out);
    free(s);
  }
}

/* Whether everything is out. */
static int flush_out(struct stream *s) {
  while (s->out_done < s->out_length) {
    ssize_t count = send(s->fd, s->out + s->out_done, s->out_length - s->out_done, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) {
      watch(s, 1);
      return 0;
    }
    if (count < 0) {
      shut(s);
      return 0;
    }
    s->out_done += count;
  }
  s->out_done = s->out_length = 0;
  watch(s, 0);
  return 1;
}

static void read_requests(struct stream *s);

static void finish(struct stream *s) {
  s->answering = 0;
  read_requests(s);
}

/* As fast as the client reads. */
static void pour(struct stream *s) {
  while (s->fd >= 0 && s->answering) {
    if (!flush_out(s)) return;
    if (s->sent == s->tokens) {
      finish(s);
      return;
    }
    int64_t now = now_ns();
    while (s->sent < s->tokens && s->out_length < BURST) say_token(s, now);
    if (s->sent == s->tokens) say_end(s, now);
  }
}

static void token_is_due(struct stream *s) {
  int64_t now = now_ns();
  if (interval == 0) {
    unschedule(s);
    pour(s);
    return;
  }
  say_token(s, now);
  if (s->sent == s->tokens) {
    say_end(s, now);
    unschedule(s);
  } else {
    s->deadline += interval;
    sink(s->place);
  }
  if (!s->wants_out && flush_out(s) && s->sent == s->tokens) finish(s);
}

/* What is asked. */

static int64_t number_after(const char *text, size_t length, const char *name, int64_t otherwise) {
  char *at = memmem(text, length, name, strlen(name));
  return at ? atoll(at + strlen(name)) : otherwise;
}

static void answer(struct stream *s, const char *body, size_t length) {
  static const char head[] =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
  s->asked = now_ns();
  s->tokens = number_after(body, length, "\"num_predict\":", default_tokens);
  if (s->tokens < 1) s->tokens = 1;
  s->sent = 0;
  s->answering = 1;
  s->deadline = s->asked + first_token;
  say(s, head, sizeof head - 1);
  schedule(s);
}

static void answer_json(struct stream *s, const char *body) {
  char head[128];
  say(s, head, sprintf(head, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n", strlen(body)));
  say(s, body, strlen(body));
  flush_out(s);
}

static int begins(const char *text, const char *with) { return !strncmp(text, with, strlen(with)); }

static void answer_any(struct stream *s, const char *request, const char *body, size_t length) {
  if (begins(request, "POST /api/generate ") && !memmem(body, length, "\"stream\":false", 14)) {
    answer(s, body, length);
  } else if (begins(request, "POST /api/generate ")) {
    answer_json(s, "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
  } else if (begins(request, "GET /api/version ")) {
    answer_json(s, "{\"version\":\"0.12.0\"}");
  } else if (begins(request, "GET /api/tags ") || begins(request, "GET /api/ps ")) {
    answer_json(s, "{\"models\":[{\"name\":\"m:latest\",\"model\":\"m:latest\",\"size\":1000,\"size_vram\":0,"
                   "\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                   "\"details\":{\"format\":\"gguf\",\"family\":\"m\",\"parameter_size\":\"1B\",\"quantization_level\":\"Q4_0\"},"
                   "\"context_length\":4096,\"expires_at\":\"2100-01-01T00:00:00Z\"}]}");
  } else {
    answer_json(s, "{\"details\":{\"format\":\"gguf\",\"family\":\"m\",\"parameter_size\":\"1B\",\"quantization_level\":\"Q4_0\"},"
                   "\"model_info\":{\"general.architecture\":\"m\",\"m.context_length\":4096},\"capabilities\":[\"completion\"]}");
  }
}

static void read_requests(struct stream *s) {
  while (s->fd >= 0 && !s->answering) {
    char *end = s->in_length ? memmem(s->in, s->in_length, "\r\n\r\n", 4) : 0;
    if (!end) return;
    size_t head = end + 4 - s->in;
    int64_t body = number_after(s->in, head, "\r\nContent-Length: ", -1);
    if (body < 0) body = number_after(s->in, head, "\r\ncontent-length: ", 0);
    if (body < 0 || body > REQUEST_LIMIT) {
      shut(s);
      return;
    }
    if (s->in_length < head + body) return;
    answer_any(s, s->in, s->in + head, body);
    if (s->fd < 0) return;
    memmove(s->in, s->in + head + body, s->in_length - head - body);
    s->in_length -= head + body;
  }
}

static void receive(struct stream *s) {
  for (;;) {
    if (s->in_length == s->in_size) {
      if (s->in_size >= 2 * REQUEST_LIMIT) {
        shut(s);
        return;
      }
      s->in_size = s->in_size ? 2 * s->in_size : 2048;
      s->in = sized(s->in, s->in_size);
    }
    ssize_t count = recv(s->fd, s->in + s->in_length, s->in_size - s->in_length, MSG_DONTWAIT);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
      shut(s);
      return;
    }
    if (count < 0) break;
    s->in_length += count;
  }
  read_requests(s);
}

static void accept_all(int listener) {
  for (;;) {
    int fd = accept4(listener, 0, 0, SOCK_NONBLOCK), one = 1;
    if (fd < 0) return;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct stream *s = sized(0, sizeof *s);
    *s = (struct stream){.fd = fd, .place = -1};
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = s};
    epoll_ctl(polling, EPOLL_CTL_ADD, fd, &event);
  }
}

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (void *)&address, length) || listen(listener, 4096) ||
      getsockname(listener, (void *)&address, &length)) {
    perror("cannot listen");
    exit(1);
  }
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

int main(int count, char **arguments) {
  int port = 0, option;
  while ((option = getopt(count, arguments, "p:n:i:d:")) != -1) {
    switch (option) {
      case 'p': port = atoi(optarg); break;
      case 'n': default_tokens = atoll(optarg); break;
      case 'i': interval = atoll(optarg) * 1000; break;
      case 'd': first_token = atoll(optarg) * 1000; break;
      default: fprintf(stderr, "token_server [-p PORT] [-n TOKENS] [-i INTERVAL_US] [-d FIRST_TOKEN_US]\n"); return 2;
    }
  }
  signal(SIGPIPE, SIG_IGN);
  prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  prepare_token();
  polling = epoll_create1(0);
  int listener = listen_on(port), input = STDIN_FILENO;
  struct epoll_event events[EVENTS], event = {.events = EPOLLIN, .data.ptr = &listener};
  epoll_ctl(polling, EPOLL_CTL_ADD, listener, &event);
  event.data.ptr = &input;
  epoll_ctl(polling, EPOLL_CTL_ADD, input, &event);
  for (;;) {
    int64_t now = now_ns();
    for (int i = 0; i < DUE_AT_ONCE && heap_length && heap[0]->deadline <= now; i++) token_is_due(heap[0]);
    int64_t wait = heap_length ? heap[0]->deadline - now_ns() : 0;
    if (wait < 0) wait = 0;
    struct timespec until = {.tv_sec = wait / SECOND, .tv_nsec = wait % SECOND};
    int ready = epoll_pwait2(polling, events, EVENTS, heap_length ? &until : 0, 0);
    for (int i = 0; i < ready; i++) {
      struct stream *s = events[i].data.ptr;
      if ((void *)s == &input) {
        char ignored[64];
        if (read(input, ignored, sizeof ignored) <= 0) return 0;
        continue;
      }
      if ((void *)s == &listener) {
        accept_all(listener);
        continue;
      }
      if (s->fd >= 0 && (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))) receive(s);
      if (s->fd >= 0 && (events[i].events & EPOLLOUT)) {
        if (interval == 0) {
          pour(s);
        } else if (flush_out(s) && s->answering && s->sent == s->tokens) {
          finish(s);
        }
      }
    }
    release_shut();
  }
}
