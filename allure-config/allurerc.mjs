// Allure 3 makes another report of the same results, with Node.js 20 or later, from the project's folder:
//   npx allure@3 generate --config allure-config/allurerc.mjs target/allure-results
// Unlike the report of the build, its page loads an analytics script when it is opened online.
import { readFileSync } from "node:fs";

export default {
  name: "tr116: concurrent LLM agents",
  output: "target/allure3-report",
  historyPath: "results/allure3-history.jsonl",
  categories: JSON.parse(readFileSync(new URL("categories.json", import.meta.url), "utf8")),
  plugins: {
    awesome: {
      options: {
        singleFile: true,
        groupBy: ["parentSuite", "suite", "subSuite"],
      },
    },
  },
};
