// Open each HTML file of a folder in Chromium and print, for each width and colour scheme, what axe-core reports.
// Usage: node accessibility.mjs CHROMIUM NODE_MODULES FILE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [chromium, modules, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const found = [];
const page = await browser.newPage();
for (const file of files) {
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  for (const width of [1200, 390, 320]) {
    await page.setViewport({ width, height: 900 });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const said = await page.evaluate(async (values) => {
        const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
        return {
          violations: result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`),
          passes: result.passes.length,
          overflow: document.documentElement.scrollWidth - globalThis.innerWidth,
        };
      }, tags);
      found.push({ file, width, scheme, ...said });
    }
  }
}
await browser.close();
console.log(JSON.stringify(found));
