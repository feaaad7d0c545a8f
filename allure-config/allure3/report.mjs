// Makes the report with the outcome of its quality gate, which "allure generate" leaves out of the page.
// usage: node report.mjs CONFIG RESULTS OUTPUT HISTORY; writes OUTPUT/gate.txt where the gate is not passed
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The quality gate of Allure 3.18 calls what iterators have from Node.js 22 on only.
const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
iterator.toArray ??= function () {
  return [...this];
};

const [config, results, output, history] = process.argv.slice(2).map((path) => resolve(path));
const core = createRequire(resolve("package.json")).resolve("@allurereport/core");
const { AllureReport, readConfig, stringifyQualityGateResults } = await import(pathToFileURL(core));

const report = new AllureReport({ ...(await readConfig(process.cwd(), config, { output })), historyPath: history });
await report.start();
await report.readDirectory(results);
const trs = await report.store.allTestResults({ includeRetries: false });
const { results: gate } = await report.validate({ trs });
report.realtimeDispatcher.sendQualityGateResults(gate);
await report.done();

const page = resolve(output, "index.html");
if (existsSync(page)) {
  // Nothing is loaded from the network.
  const script = /<script async src="https:\/\/www\.googletagmanager\.com[^]*?<\/script>\s*<script>[^]*?<\/script>/;
  writeFileSync(page, readFileSync(page, "utf8").replace(script, ""));
}
const failed = stringifyQualityGateResults(gate);
if (failed) {
  writeFileSync(resolve(output, "gate.txt"), failed);
  console.error(failed);
} else {
  console.log(`Quality gate: ${gate.length} rules passed`);
}
