// Allure 3 makes another report of the same results: mvn -Pallure3 verify, or from the project's folder, with Node.js 20,
//   npx allure@3.18.0 generate --config allure-config/allurerc.mjs target/allure-results
// Its page loads an analytics script when it is opened online; the build takes that out, npx does not.
import { readFileSync } from "node:fs";

const categories = JSON.parse(readFileSync(new URL("categories.json", import.meta.url), "utf8"));

const isOf = (category) => (test) =>
  category.matchedStatuses.includes(test.status) && new RegExp(category.messageRegex, "s").test(test.error?.message ?? "");
const failing = categories.filter(({ matchedStatuses }) => matchedStatuses.some((status) => status !== "skipped"));
const isOther = (test) => ["failed", "broken"].includes(test.status) && !failing.some((category) => isOf(category)(test));

// The verdicts are the session's own: an average against a limit would know nothing of intervals.
const violatedObjectives = {
  rule: "violatedObjectives",
  message: ({ actual }) => `Enforced objectives are violated: ${actual.join("; ")}`,
  successMessage: () => "No enforced objective is violated",
  validate: async ({ metrics = [], expected }) => {
    const violated = metrics.filter(({ enforced, outcome }) => enforced && outcome === "FAIL");
    const actual = violated.map((m) => `${m.groupTitle}, ${m.title} ${m.value.toFixed(2)} ${m.unit}, alert ${m.alert} ${m.unit}`);
    return { success: actual.length <= expected, actual, testResults: [] };
  },
};

const tests = {
  rule: "tests",
  message: ({ actual }) => `${actual} ${actual === 1 ? "test" : "tests"} in this category`,
  successMessage: ({ actual }) => `${actual} tests`,
  validate: async ({ trs, expected }) => ({
    success: trs.length <= expected,
    actual: trs.length,
    testResults: trs.map(({ id }) => id),
  }),
};

export default {
  name: "tr116: concurrent LLM agents",
  output: "target/allure3-report",
  historyPath: "results/allure3-history.jsonl",
  categories,
  qualityGate: {
    use: [violatedObjectives, tests],
    rules: [
      { violatedObjectives: 0 },
      ...failing.map((category) => ({ id: category.name, tests: 0, filter: isOf(category) })),
      { id: "Other failures", tests: 0, filter: isOther },
    ],
  },
  plugins: {
    awesome: {
      options: {
        singleFile: true,
        groupBy: ["parentSuite", "suite", "subSuite"],
      },
    },
  },
};
