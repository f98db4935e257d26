// Looks at pages as a reader would: on a phone and on a wide screen, by day and by night, with the keyboard, without
// scripts, and as a screen reader does (axe-core).
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { explainer } from "./explainer.mjs";

const [pages, docs, ...options] = process.argv.slice(2);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = { phone: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };
const images = join(docs, "images");

let passed = 0;
const failures = [];

/** Notes whether something holds. */
function expect(what, holds, detail = "") {
  if (holds) {
    passed++;
  } else {
    failures.push(detail === "" ? what : `${what}: ${detail}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // as root, which CI is, Chromium has no sandbox
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

/** Opens a page in a context of its own, does something with it, and demands that the page has kept quiet. */
async function visit(name, file, { size = "wide", colorScheme = "light", companions = [], ...more }, use) {
  const where = `${name} (${size}, ${colorScheme}${more.javaScriptEnabled === false ? ", no script" : ""})`;
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme, ...more });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  page.on("console", (message) => expect(`${where}: nothing on the console`, false, message.text()));
  page.on("pageerror", (error) => expect(`${where}: no error`, false, error.message));
  page.on("dialog", (dialog) => {
    expect(`${where}: no dialog`, false, dialog.message());
    return dialog.dismiss();
  });
  page.on("request", (request) => {
    const own = [url, ...companions.map((script) => new URL(script, url).href)];
    const fine = own.includes(request.url()) || request.url().startsWith("data:");
    expect(`${where}: asks for nothing beside itself`, fine, request.url());
  });
  const start = Date.now();
  await page.goto(url);
  await use(page, where);
  await context.close();
  console.log(`${((Date.now() - start) / 1000).toFixed(1)} s  ${where}`);
}

/** Demands what every page has to be. */
async function look(name, file, size, colorScheme, companions = []) {
  await visit(name, file, { size, colorScheme, companions }, async (page, where) => {
    await noOverflow(page, where);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await noOverflow(page, `${where}, unfolded`);
    const dark = await page.evaluate(() => {
      const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
      return r + g + b < 3 * 128;
    });
    expect(`${where}: has no other title than its own`, /Two Stoves|stove/.test(await page.title()), await page.title());
    expect(`${where}: is ${colorScheme}`, dark === (colorScheme === "dark"));
    // two of the four suffice: sizes differ in layout, schemes in colours
    if ((size === "phone") === (colorScheme === "light")) {
      await accessible(page, where);
    }
  });
}

async function noOverflow(page, where) {
  const { shown, wide, culprit } = await page.evaluate(() => {
    const shown = document.documentElement.clientWidth;
    const inside = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible" && up !== document.body) return true;
      }
      return false;
    };
    const out = [...document.querySelectorAll("body *")].find(
      (element) => element.getBoundingClientRect().right > shown + 1 && !inside(element) && element.closest("svg") === null,
    );
    return {
      shown,
      wide: document.documentElement.scrollWidth,
      culprit: out ? `${out.tagName}.${out.className}: ${out.textContent.slice(0, 60)}` : "",
    };
  });
  expect(`${where}: nothing sticks out`, wide <= shown && culprit === "", `${wide} > ${shown} px ${culprit}`);
}

async function accessible(page, where) {
  // what is folded up is not looked at, and of what repeats itself two are as good as nine
  await page.evaluate(() =>
    document.querySelectorAll("article:nth-of-type(n+3) details").forEach((details) => (details.open = false)),
  );
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  for (const violation of violations) {
    const node = violation.nodes[0];
    expect(`${where}: axe-core, ${violation.id}`, false, `${violation.help} (${violation.nodes.length}×) ${node.html.slice(0, 200)}
      ${node.failureSummary.replace(/\s+/g, " ").slice(0, 300)}`);
  }
  expect(`${where}: axe-core`, violations.length === 0);
}

// ---- the report ------------------------------------------------------------------------------------------------------

/** Demands that every drawing has bars that can be seen, inside their rows and no longer than the axis. */
async function drawn(page, where, least) {
  const charts = await page.evaluate(() =>
    [...document.querySelectorAll(".timeline")].map((chart) => {
      const problems = [];
      const bars = [...chart.querySelectorAll(".bar .body")];
      for (const bar of bars) {
        const box = bar.getBoundingClientRect();
        const plot = bar.closest(".plot").getBoundingClientRect();
        const { fill, stroke } = getComputedStyle(bar);
        if (box.height < 10 || (fill === "none" && stroke === "none")) problems.push("a bar that nobody sees");
        if (box.left < plot.left - 1 || box.right > plot.right + 1) problems.push("a bar beside its row");
      }
      return { bars: bars.length, problems, axis: chart.querySelectorAll(".axis text").length };
    }),
  );
  expect(`${where}: has at least ${least} drawings`, charts.length >= least, `it has ${charts.length}`);
  for (const chart of charts) {
    expect(`${where}: bars are drawn`, chart.bars > 0 && chart.axis > 2);
    expect(`${where}: bars are where they belong`, chart.problems.length === 0, chart.problems[0]);
  }
}

async function report(name, file, least) {
  for (const size of ["phone", "wide"]) {
    for (const colorScheme of ["light", "dark"]) {
      await look(name, file, size, colorScheme);
    }
    await visit(name, file, { size }, (page, where) => drawn(page, where, least));
  }
}

/** Demands that the page can be used with the keyboard, with a pointer, and without its script. */
async function usable(name, file) {
  await visit(name, file, {}, async (page, where) => {
    const detail = page.locator("#fetch-all .detail").first();
    const bars = page.locator("#fetch-all .bar");
    const inWords = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute("aria-label")));
    await bars.first().focus();
    expect(`${where}: a bar with the focus says what it is`, (await detail.textContent()) === inWords[0]);
    await page.keyboard.press("ArrowRight");
    expect(`${where}: the arrow keys go to the next bar`, (await detail.textContent()) === inWords[1]);
    await page.keyboard.press("End");
    expect(`${where}: the key End goes to the last`, (await detail.textContent()) === inWords.at(-1));
    await bars.first().hover();
    expect(`${where}: a bar pointed at says what it is`, (await detail.textContent()) === inWords[0]);
    await page.keyboard.press("Tab");
    const stops = await bars.evaluateAll((all) => all.filter((bar) => bar.tabIndex === 0).length);
    expect(`${where}: a drawing is one stop for the Tab key`, stops === 1, `${stops}`);
  });
  await visit(name, file, { javaScriptEnabled: false }, async (page, where) => {
    const box = await page.locator("#fetch-all .bar .body").first().boundingBox();
    expect(`${where}: bars are drawn`, box !== null && box.width > 20 && box.height > 10);
    expect(`${where}: bars have titles`, (await page.locator("#fetch-all .bar title").count()) > 2);
    expect(`${where}: promises nothing that needs one`, !(await page.locator(".detail").first().isVisible()));
  });
}

/** Makes the pictures that the documentation shows. */
async function screenshots(file) {
  mkdirSync(images, { recursive: true });
  const shoot = async (image, options, clip) =>
    visit("screenshot", file, options, async (page) => {
      const target = clip ? page.locator(clip).first() : page;
      await target.screenshot({ path: join(images, image), animations: "disabled" });
    });
  await shoot("report.png", {});
  await shoot("report-dark.png", { colorScheme: "dark" }, "#fetch-politely .timeline");
  const explained = { companions: ["kitchen.js", "explainer.js"] };
  await visit("screenshot", join(docs, "explainer.html"), explained, async (page) => {
    await page.locator("button", { hasText: "Half and half" }).click();
    await page.locator(".kitchen").screenshot({ path: join(images, "explainer.png"), animations: "disabled" });
  });
  await shoot("report-phone.png", { size: "phone" }, "#cook-dinner .timeline");
}

if (options.includes("--screenshots")) {
  await screenshots(join(pages, "report.html"));
}
await report("report", join(pages, "report.html"), 6);
await usable("report", join(pages, "report.html"));
await report("hostile report", join(pages, "hostile.html"), 2);
await explainer({ docs, visit, look, expect });
await browser.close();

failures.forEach((failure) => console.error(`FAILED: ${failure}`));
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
