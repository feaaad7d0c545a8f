// A client as somebody writes it with Node's http: one stamp per piece of data, each line parsed.
// tokens.mjs URL STREAMS TOKENS START_GAP_US WARM_UP_ROUNDS
import http from "node:http";
import { readFileSync } from "node:fs";

const [url, ...numbers] = process.argv.slice(2);
const [streams, tokens, gapMicros, warmRounds] = numbers.map(Number);
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const now = () => process.hrtime.bigint();

function read(count) {
  return new Promise((resolve, reject) => {
    const seen = { arrived: [], written: [], prompt: 0n, asked: now() };
    const request = http.request(`${url}/api/generate`, { method: "POST", agent }, (answer) => {
      let rest = "";
      answer.setEncoding("utf8");
      answer.on("data", (text) => {
        const at = now();
        const lines = (rest + text).split("\n");
        rest = lines.pop();
        for (const line of lines) {
          const object = JSON.parse(line);
          if (object.done) {
            seen.prompt = BigInt(object.prompt_eval_duration);
          } else {
            seen.arrived.push(at);
            seen.written.push(BigInt(object.response.trim()));
          }
        }
      });
      answer.on("end", () => resolve(seen));
      answer.on("error", reject);
    });
    request.on("error", reject);
    request.end(JSON.stringify({ model: "m", prompt: "hello", stream: true, options: { num_predict: count } }));
  });
}

async function play(count) {
  const all = [];
  let next = now();
  for (let i = 0; i < streams; i++) {
    while (now() < next) await new Promise(setImmediate);
    all.push(read(count));
    next += BigInt(gapMicros * 1000);
  }
  return Promise.all(all);
}

const percentile = (sorted, percent) => sorted[Math.ceil((sorted.length * percent) / 100) - 1];
const sorted = (numbers) => Float64Array.from(numbers).sort();

for (let i = 0; i < warmRounds; i++) await play(Math.min(tokens, 10));
const cpuBefore = process.cpuUsage();
const from = now();
const played = await play(tokens);
const wall = Number(now() - from) / 1e9;
const cpu = process.cpuUsage(cpuBefore);
const errors = sorted(played.flatMap((s) => s.arrived.map((at, i) => Number(at - s.written[i]) / 1e3)));
const biases = sorted(played.map((s) => Number(s.arrived[0] - s.asked - s.prompt) / 1e3));
console.log(JSON.stringify({
  streams,
  tokens: errors.length,
  lost: streams * tokens - errors.length,
  wall_s: wall,
  cpu_s: (cpu.user + cpu.system) / 1e6,
  rss_mb: Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024,
  error_p50_us: percentile(errors, 50),
  error_p99_us: percentile(errors, 99),
  ttft_bias_p50_us: percentile(biases, 50),
  ttft_bias_p99_us: percentile(biases, 99),
}));
agent.destroy();
