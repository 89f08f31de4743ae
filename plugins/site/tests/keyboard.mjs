// Go through each page with the Tab key in Chromium and print where the focus is: the element, and whether it shows.
// Usage: node keyboard.mjs CHROMIUM NODE_MODULES FILE…

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [chromium, modules, ...files] = process.argv.slice(2);
const puppeteer = createRequire(`${modules}/`)("puppeteer-core");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
const found = [];
for (const file of files) {
  await page.goto(pathToFileURL(file).href);
  const all = await page.evaluate(() => {
    const able = [...document.querySelectorAll("a[href], button, input, summary, select, textarea")];
    const shown = able.filter((each) => each.checkVisibility({ visibilityProperty: true }));
    shown.forEach((each, number) => { each.dataset.number = String(number); });
    return shown.map((each) => each.textContent.trim() || each.id);
  });
  const steps = [];
  for (let step = 0; step < all.length; step += 1) {
    await page.keyboard.press("Tab");
    steps.push(await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return {
        number: Number(one.dataset.number ?? -1),
        visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.left >= 0 && box.top >= 0,
      };
    }));
  }
  found.push({ file, all, steps });
}
await browser.close();
console.log(JSON.stringify(found));
