"""A client as somebody writes it with asyncio and the standard library: one stamp and one json.loads per line.

tokens.py URL STREAMS TOKENS START_GAP_US WARM_UP_ROUNDS
"""

import asyncio
import json
import math
import re
import sys
import time
import urllib.parse


class Connection:
    """One connection, kept for all rounds."""

    def __init__(self, reader, writer, host):
        self.reader, self.writer, self.host = reader, writer, host

    async def read(self, count):
        body = json.dumps(
            {"model": "m", "prompt": "hello", "stream": True, "options": {"num_predict": count}}
        ).encode()
        asked = time.monotonic_ns()
        self.writer.write(
            b"POST /api/generate HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (self.host.encode(), len(body), body)
        )
        await self.writer.drain()
        while await self.reader.readline() != b"\r\n":
            pass
        arrived, written, prompt = [], [], 0
        while size := int(await self.reader.readline(), 16):
            chunk = await self.reader.readexactly(size + 2)
            now = time.monotonic_ns()
            line = json.loads(chunk)
            if line["done"]:
                prompt = line["prompt_eval_duration"]
            else:
                arrived.append(now)
                written.append(int(line["response"]))
        await self.reader.readline()
        return asked, prompt, arrived, written


async def play(connections, count, gap):
    tasks, next_start = [], time.monotonic_ns()
    for connection in connections:
        while (left := next_start - time.monotonic_ns()) > 0:
            await asyncio.sleep(left / 1e9)
        tasks.append(asyncio.create_task(connection.read(count)))
        next_start += gap
    return await asyncio.gather(*tasks)


def percentile(ordered, percent):
    return ordered[math.ceil(len(ordered) * percent / 100) - 1] / 1e3


async def main(url, streams, tokens, gap_micros, warm_rounds):
    server = urllib.parse.urlsplit(url)
    connections = [
        Connection(*await asyncio.open_connection(server.hostname, server.port), server.netloc) for _ in range(streams)
    ]
    for _ in range(warm_rounds):
        await play(connections, min(tokens, 10), gap_micros * 1000)
    cpu, begin = time.process_time(), time.monotonic_ns()
    played = await play(connections, tokens, gap_micros * 1000)
    wall, cpu = (time.monotonic_ns() - begin) / 1e9, time.process_time() - cpu
    errors = sorted(a - w for _, _, arrived, written in played for a, w in zip(arrived, written))
    biases = sorted(arrived[0] - asked - prompt for asked, prompt, arrived, _ in played)
    with open("/proc/self/status") as status:
        memory = int(re.search(r"VmHWM:\s*(\d+)", status.read())[1]) / 1024
    print(
        json.dumps(
            {
                "streams": streams,
                "tokens": len(errors),
                "lost": streams * tokens - len(errors),
                "wall_s": wall,
                "cpu_s": cpu,
                "rss_mb": memory,
                "error_p50_us": percentile(errors, 50),
                "error_p99_us": percentile(errors, 99),
                "ttft_bias_p50_us": percentile(biases, 50),
                "ttft_bias_p99_us": percentile(biases, 99),
            }
        )
    )


asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
