"""Makes the calls of agents for tr116, on asyncio, in one thread.

Protocol 1 of docs/runtimes.md: commands come as JSON lines on standard input, events go as
JSON lines to standard output. Needs Python 3.9 and nothing beside its standard library.
"""

import asyncio
import json
import ssl
import sys
import time
from urllib.parse import urlsplit

PROTOCOL = 1
API = "ollama-generate"
LINGER_SECONDS = 0.25
LONGEST_LINE = 64 * 1024 * 1024
MESSAGE_CHARS = 400

now = time.monotonic_ns


class CallFailed(Exception):
    """A call has ended without its terminator."""

    def __init__(self, kind, message, status=None):
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.status = status


class HttpReader:
    """Takes an HTTP/1.1 response apart as its bytes come in."""

    def __init__(self):
        self.status = None
        self.complete = False
        self.reusable = True
        self._buffer = bytearray()
        self._fields = {}
        self._left = None
        self._chunked = False
        self._in_chunk = False
        self._in_trailer = False

    def feed(self, data):
        """The bytes of the body that have come with this data, as a list."""
        self._buffer += data
        body = []
        while not self.complete and self._step(body):
            pass
        return body

    def end(self):
        """The connection has ended: that is also how a body without a length ends."""
        if self.status is not None and not self._chunked and self._left is None:
            self.complete = True

    def _step(self, body):
        if self.status is None:
            return self._head()
        if self._chunked and not self._in_chunk:
            return self._chunk_size()
        if self._chunked:
            return self._chunk(body)
        if self._left is None:
            return self._take(body, len(self._buffer))
        moved = self._take(body, min(self._left, len(self._buffer)))
        if self._left == 0:
            self.complete = True
        return moved

    def _take(self, body, count):
        if count == 0:
            return False
        body.append(bytes(self._buffer[:count]))
        del self._buffer[:count]
        if self._left is not None:
            self._left -= count
        return True

    def _line(self):
        end = self._buffer.find(b"\n")
        if end < 0:
            return None
        line = bytes(self._buffer[:end]).rstrip(b"\r").decode("latin-1")
        del self._buffer[: end + 1]
        return line

    def _head(self):
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) >= 5 and not self._buffer.startswith(b"HTTP/"):
                raise CallFailed("MALFORMED", "the server does not speak HTTP")
            return False
        lines = bytes(self._buffer[:end]).decode("latin-1").split("\r\n")
        del self._buffer[: end + 4]
        try:
            version, status = lines[0].split(" ")[:2]
            self.status = int(status)
        except ValueError:
            raise CallFailed("MALFORMED", "the server does not speak HTTP") from None
        if 100 <= self.status < 200:
            self.status = None
            return True
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self._fields[name.strip().lower()] = value.strip()
        self.reusable = (
            version == "HTTP/1.1" and self._fields.get("connection", "").lower() != "close"
        )
        self._chunked = "chunked" in self._fields.get("transfer-encoding", "").lower()
        if not self._chunked and "content-length" in self._fields:
            self._left = int(self._fields["content-length"])
            self.complete = self._left == 0
        if not self._chunked and self._left is None:
            self.reusable = False
        return True

    def _chunk_size(self):
        line = self._line()
        if line is None:
            return False
        if self._in_trailer:
            self.complete = line == ""
            return not self.complete
        try:
            self._left = int(line.partition(";")[0].strip(), 16)
        except ValueError:
            raise CallFailed("MALFORMED", "a chunk of the answer has no length") from None
        self._in_trailer = self._left == 0
        self._in_chunk = self._left > 0
        return True

    def _chunk(self, body):
        if self._left > 0:
            return self._take(body, min(self._left, len(self._buffer)))
        if self._line() is None:
            return False
        self._in_chunk = False
        return True


class Exchange:
    """One call on one connection: stamps what arrives, and finds its end."""

    def __init__(self):
        self.sent = None
        self.headers = None
        self.first_token = None
        self.last_line = None
        self.any_bytes = False
        self.batches = []
        self.done = None
        self.terminator = None
        self.over = None
        self.http = HttpReader()
        loop = asyncio.get_running_loop()
        self.decided = loop.create_future()
        self.free = loop.create_future()
        self._line = bytearray()
        self._error_body = bytearray()

    def take(self, data, stamp):
        self.any_bytes = True
        try:
            body = self.http.feed(data)
            if self.headers is None and self.http.status is not None:
                self.headers = stamp
            for piece in body:
                self._body(piece, stamp)
            if self.http.complete:
                self._end_of_body(stamp)
        except CallFailed as failure:
            self.fail(failure)

    def lost(self, reason, stamp):
        self.http.end()
        self.http.reusable = False
        if self.http.complete:
            self._end_of_body(stamp)
        elif self.http.status is None:
            self.fail(
                CallFailed(
                    "CONNECT",
                    "the server took the request and closed the connection without an answer"
                    + (" (%s)" % reason if reason else ""),
                )
            )
        elif self.http.status != 200:
            self._end_of_body(stamp)
        else:
            self.fail(CallFailed("TRUNCATED", "the stream ended before its last line"))
        self._is_over(stamp)

    def fail(self, failure):
        if not self.decided.done():
            failure.status = self.http.status
            self.decided.set_result(failure)

    def _body(self, data, stamp):
        if self.http.status != 200:
            self._error_body += data
            return
        self._line += data
        while True:
            end = self._line.find(b"\n")
            if end < 0:
                break
            line = bytes(self._line[:end])
            del self._line[: end + 1]
            self._take_line(line, stamp)
        if len(self._line) > LONGEST_LINE:
            raise CallFailed("MALFORMED", "a line is longer than %d bytes" % LONGEST_LINE)

    def _take_line(self, line, stamp):
        if self.decided.done() or not line.strip():
            return
        try:
            said = json.loads(line)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise CallFailed("MALFORMED", "a line is no JSON object: " + shortened(line))
        content = said.get("response") or ""
        thinking = said.get("thinking") or ""
        if not isinstance(content, str) or not isinstance(thinking, str):
            raise CallFailed("MALFORMED", "a line's text is no text: " + shortened(line))
        self.last_line = stamp
        if content or thinking:
            self._text(content, thinking, stamp)
        if said.get("error") is not None:
            raise CallFailed("ERROR_LINE", "the server reports: " + str(said["error"]))
        if said.get("done") is True:
            self.done = stamp
            said.pop("context", None)
            self.terminator = said
            self.decided.set_result(None)

    def _text(self, content, thinking, stamp):
        if self.first_token is None:
            self.first_token = stamp
        kinds = (bool(content), bool(thinking))
        if not self.batches or self.batches[-1][0] != kinds:
            self.batches.append((kinds, [], [], []))
        _, stamps, contents, thoughts = self.batches[-1]
        stamps.append(stamp)
        contents.append(content)
        thoughts.append(thinking)

    def _end_of_body(self, stamp):
        if self.http.status != 200:
            text = self._error_body.decode("utf-8", "replace")
            try:
                text = json.loads(text)["error"]
            except (ValueError, KeyError, TypeError):
                pass
            self.fail(
                CallFailed(
                    "HTTP_STATUS",
                    "the server answered with status %d: %s"
                    % (self.http.status, shortened(str(text))),
                )
            )
        elif not self.decided.done() and self._line.strip():
            self._last_line(stamp)
        self.fail(CallFailed("TRUNCATED", "the stream ended before its last line"))
        self._is_over(stamp)

    def _last_line(self, stamp):
        """A line whose end is missing: a whole object counts, anything else was cut."""
        try:
            self._take_line(bytes(self._line), stamp)
        except CallFailed as failure:
            cut = failure.kind == "MALFORMED"
            self.fail(CallFailed("TRUNCATED", "the last line was cut") if cut else failure)

    def _is_over(self, stamp):
        if self.over is None:
            self.over = stamp
        if not self.free.done():
            self.free.set_result(None)


class Connection(asyncio.Protocol):
    """A connection that serves one call after the other."""

    def __init__(self):
        self.transport = None
        self.exchange = None
        self.lost = False

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        stamp = now()
        if self.exchange is None:
            self.close()
        else:
            self.exchange.take(data, stamp)

    def connection_lost(self, exc):
        stamp = now()
        self.lost = True
        if self.exchange is not None:
            self.exchange.lost(str(exc or ""), stamp)

    def close(self):
        self.lost = True
        self.transport.abort()


class Client:
    """Keeps connections for the calls to come."""

    def __init__(self):
        self._idle = {}

    def kept(self, address):
        """A connection that stands already; None without one."""
        idle = self._idle.get(address, [])
        while idle:
            connection = idle.pop()
            if not connection.lost and not connection.transport.is_closing():
                return connection
        return None

    async def new(self, address, timeout):
        scheme, host, port = address
        loop = asyncio.get_running_loop()
        secure = ssl.create_default_context() if scheme == "https" else None
        try:
            _, connection = await asyncio.wait_for(
                loop.create_connection(Connection, host, port, ssl=secure), timeout
            )
            return connection
        except asyncio.TimeoutError:
            raise CallFailed(
                "TIMEOUT_CONNECT", "no connection within %.3f s" % timeout
            ) from None
        except OSError as e:
            raise CallFailed(
                "CONNECT", "nothing answers at %s:%d (%s)" % (host, port, e)
            ) from None

    def keep(self, address, connection):
        connection.exchange = None
        self._idle.setdefault(address, []).append(connection)


def shortened(text):
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return text[:MESSAGE_CHARS]


class Call:
    """One call from its start to its end."""

    def __init__(self, client, plan):
        self.client = client
        url = urlsplit(plan["url"])
        port = url.port or (443 if url.scheme == "https" else 80)
        self.address = (url.scheme, url.hostname, port)
        body = plan["body"].encode("utf-8")
        fields = {"Host": url.netloc, "Content-Length": str(len(body))}
        fields.update(plan.get("headers") or {})
        path = url.path or "/"
        head = "POST %s HTTP/1.1\r\n" % (path + ("?" + url.query if url.query else ""))
        head += "".join("%s: %s\r\n" % field for field in fields.items()) + "\r\n"
        self.request = head.encode("latin-1") + body
        self.timeouts = {k: v / 1000 for k, v in plan["timeouts_ms"].items()}
        self.exchange = Exchange()
        self.failure = None
        self.closed = None

    async def run(self):
        """Makes the call; a failure is kept, and only a cancellation goes on."""
        connection = None
        began = now()
        try:
            connection = self.client.kept(self.address)
            if connection is not None:
                self._send(connection)
                await self._end(began)
                if self._was_stale():
                    self.exchange = Exchange()
                    connection = None
            if connection is None:
                connection = await self.client.new(self.address, self.timeouts["connect"])
                self._send(connection)
                await self._end(began)
            self.failure = self.exchange.decided.result()
        except CallFailed as failure:
            self.failure = failure
        except asyncio.CancelledError:
            self.failure = CallFailed(
                "CANCELLED", "the call was cancelled", self.exchange.http.status
            )
            raise
        finally:
            await self._leave(connection)

    def _send(self, connection):
        connection.exchange = self.exchange
        self.exchange.sent = now()
        connection.transport.write(self.request)

    def _was_stale(self):
        """Whether a kept connection was gone before the server had the request."""
        failure = self.exchange.decided.result()
        return (
            failure is not None and failure.kind == "CONNECT" and not self.exchange.any_bytes
        )

    async def _end(self, began):
        while not self.exchange.decided.done():
            kind, left = self._left(began)
            if left <= 0:
                failure = CallFailed(kind, "%s has passed" % kind.lower().replace("_", " "))
                if self.exchange.http.status not in (None, 200):
                    failure.kind = "HTTP_STATUS"
                self.exchange.fail(failure)
                return
            # The first token, which nothing wakes for, sets another deadline.
            left = min(left, self.timeouts["idle"])
            await asyncio.wait([self.exchange.decided], timeout=left)

    def _left(self, began):
        """The timeout that passes next, and in how many seconds."""
        stamp = now()
        exchange = self.exchange
        total = self.timeouts["total"] - (stamp - began) / 1e9
        if exchange.first_token is None:
            phase = "TIMEOUT_FIRST_TOKEN"
            left = self.timeouts["first_token"] - (stamp - exchange.sent) / 1e9
        else:
            phase = "TIMEOUT_IDLE"
            left = self.timeouts["idle"] - (stamp - exchange.last_line) / 1e9
        return (phase, left) if left <= total else ("TIMEOUT_TOTAL", total)

    async def _leave(self, connection):
        usable = self.failure is None or self.failure.kind in ("ERROR_LINE", "HTTP_STATUS")
        if connection is not None and usable and not self.exchange.free.done():
            await asyncio.wait([self.exchange.free], timeout=LINGER_SECONDS)
        self.closed = self.exchange.over or now()
        if connection is None or connection.lost:
            return
        if usable and self.exchange.http.complete and self.exchange.http.reusable:
            self.client.keep(self.address, connection)
        else:
            connection.close()


NOTED = []


def note(**event):
    """Is written with the next event that is: calls are about to begin."""
    NOTED.append(event)


def write(*events):
    NOTED.extend(events)
    sys.stdout.write("".join(json.dumps(event) + "\n" for event in NOTED))
    sys.stdout.flush()
    NOTED.clear()


def events_of(call, agent, number):
    """Everything about a call that is over; nothing is written while one is under way."""

    def event(name, **fields):
        return dict(event=name, agent=agent, call=number, **fields)

    exchange = call.exchange
    if exchange.sent is not None:
        yield event("sent", ns=exchange.sent)
    if exchange.headers is not None:
        yield event("headers", ns=exchange.headers, status=exchange.http.status)
    for kinds, stamps, contents, thoughts in exchange.batches:
        batch = event("chunks", ns=stamps)
        if kinds[0]:
            batch["content"] = "".join(contents)
        if kinds[1]:
            batch["thinking"] = "".join(thoughts)
        yield batch
    if call.failure is None:
        yield event("done", ns=exchange.done, closed_ns=call.closed, server=exchange.terminator)
    else:
        failed = event(
            "failed", ns=call.closed, kind=call.failure.kind, message=call.failure.message
        )
        if call.failure.status is not None:
            failed["status"] = call.failure.status
        yield failed


class Agent:
    """Makes its calls one after the other, as it is told."""

    def __init__(self, client, number, first):
        self.client = client
        self.number = number
        self.orders = asyncio.Queue()
        if first is not None:
            self.orders.put_nowait(first)
        self.ended = None

    async def work(self, part):
        note(event="agent_start", agent=self.number, ns=now())
        calls = 0
        try:
            while True:
                plan = await self.orders.get()
                if plan is None:
                    return
                call = Call(self.client, plan)
                try:
                    await call.run()
                finally:
                    write(*events_of(call, self.number, calls))
                calls += 1
                if call.failure is not None:
                    part.cancel_others(self)
                    return
        finally:
            self.ended = now()
            write(dict(event="agent_end", agent=self.number, ns=self.ended))


class Part:
    """Agents that are released together."""

    def __init__(self, client, plan):
        self.agents = [Agent(client, a["agent"], a.get("call")) for a in plan["agents"]]
        self.tasks = {}
        self.gone = False

    def go(self):
        self.gone = True
        note(event="released", ns=now())
        for agent in self.agents:
            self.tasks[agent] = asyncio.ensure_future(agent.work(self))
        asyncio.ensure_future(self._end()).add_done_callback(raise_its_fault)

    def cancel(self):
        if not self.gone:
            self.gone = True
            note(event="released", ns=now())
            for agent in self.agents:
                write(dict(event="agent_end", agent=agent.number, ns=now()))
            write(dict(event="end", ns=now()))
        else:
            self.cancel_others(None)

    def cancel_others(self, agent):
        for other, task in self.tasks.items():
            if other is not agent:
                task.cancel()

    async def _end(self):
        results = await asyncio.gather(*self.tasks.values(), return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result
        for agent in self.agents:
            if agent.ended is None:
                # Cancelled before it took its first step.
                write(dict(event="agent_end", agent=agent.number, ns=now()))
        write(dict(event="end", ns=now()))


def raise_its_fault(task):
    task.result()


class Program:
    """Does what standard input says."""

    def __init__(self):
        self.client = Client()
        self.part = None

    def obey(self, line):
        order = json.loads(line)
        command = order.get("command")
        if command == "plan":
            if order.get("protocol") != PROTOCOL or order.get("api") != API:
                sys.exit("this program speaks protocol %d for %s" % (PROTOCOL, API))
            self.part = Part(self.client, order)
            write(dict(event="ready", protocol=PROTOCOL))
        elif self.part is None:
            sys.exit("the command %s comes before a plan" % command)
        elif command == "go":
            if not self.part.gone:
                self.part.go()
        elif command == "call":
            self.part.agents[order["agent"]].orders.put_nowait(order["call"])
        elif command == "end":
            self.part.agents[order["agent"]].orders.put_nowait(None)
        elif command == "cancel":
            self.part.cancel()
        else:
            sys.exit("there is no command %s" % command)


async def main():
    loop = asyncio.get_running_loop()
    broken = loop.create_future()
    loop.set_exception_handler(lambda _, context: report(broken, context))
    reader = asyncio.StreamReader(limit=LONGEST_LINE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    program = Program()
    orders = asyncio.ensure_future(obey(program, reader))
    await asyncio.wait([orders, broken], return_when=asyncio.FIRST_COMPLETED)
    if broken.done():
        raise broken.result()
    orders.result()


async def obey(program, reader):
    while True:
        line = await reader.readline()
        if not line:
            return
        program.obey(line)


def report(broken, context):
    """A fault of this program ends it, so that tr116 hears of it."""
    if not broken.done():
        broken.set_result(context.get("exception") or RuntimeError(context["message"]))


if __name__ == "__main__":
    asyncio.run(main())
