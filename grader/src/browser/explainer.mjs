// Looks at the explainer: its pictures are those of its model, and its model is that of the grader's simulation.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TABLE = new URL("simulated.csv", import.meta.url);
const companions = ["kitchen.js", "explainer.js"];

export async function explainer({ docs, visit, look, expect }) {
  const file = join(docs, "explainer.html");
  for (const size of ["phone", "wide"]) {
    for (const colorScheme of ["light", "dark"]) {
      await look("explainer", file, size, colorScheme, companions);
    }
  }
  await visit("explainer", file, { companions }, async (page, where) => {
    await agrees(page, where, expect);
    await examples(page, where, expect);
    await everySetting(page, where, expect);
  });
  await visit("explainer", file, { companions, javaScriptEnabled: false }, async (page, where) => {
    expect(`${where}: leads to the page without pictures`, await page.locator("noscript a").isVisible());
  });
}

/** Compares the model with what the simulation made of the same cases. */
async function agrees(page, where, expect) {
  const [head, ...rows] = readFileSync(TABLE, "utf8").trim().split("\n");
  const names = head.split(",");
  const cases = rows.map((row) => Object.fromEntries(row.split(",").map((value, i) => [names[i], Number(value)])));
  const results = await page.evaluate(
    (all) => all.map((one) => simulate({ ...one, quantum: 1000 })).map(({ makespan, busy }) => ({ makespan, busy })),
    cases,
  );
  expect(`${where}: the table has cases`, cases.length > 30);
  cases.forEach((one, i) => {
    const same = results[i].makespan === one.makespan && results[i].busy === one.busy;
    expect(`${where}: the model agrees with the simulation`, same, `${rows[i]}, not ${JSON.stringify(results[i])}`);
  });
}

const makespans = (page) =>
  page.locator(".way").evaluateAll((ways) => ways.map((way) => `${way.dataset.way} ${way.querySelector(".time").textContent}`));

/** Compares the examples with what the text beside them says. */
async function examples(page, where, expect) {
  const told = {
    "Three requests": "sequential 9 s, concurrent 3 s, parallel 3 s, both 3 s",
    "Three computations": "sequential 9 s, concurrent 9 s, parallel 3 s, both 3 s",
    "The common mistake": "sequential 16 s, concurrent 1 s, parallel 4 s, both 1 s",
    "A server with a limit": "sequential 18 s, concurrent 6 s, parallel 10 s, both 6 s",
    "Half and half": "sequential 32 s, concurrent 18 s, parallel 8 s, both 6 s",
  };
  for (const [name, times] of Object.entries(told)) {
    const button = page.locator("#presets button", { hasText: name });
    await button.click();
    const shown = (await makespans(page)).join(", ");
    expect(`${where}: ${name}`, shown === times, shown);
    expect(`${where}: ${name} is marked as chosen`, (await button.getAttribute("aria-pressed")) === "true");
  }
}

/** Draws both ends of every slider, by the keyboard, and looks at the bars. */
async function everySetting(page, where, expect) {
  for (const name of ["tasks", "length", "share", "cores", "threads", "limit"]) {
    for (const key of ["Home", "End"]) {
      await page.locator("#presets button", { hasText: "Half and half" }).click();
      await page.locator(`#${name}`).focus();
      await page.keyboard.press(key);
      const problems = await page.evaluate(() =>
        [...document.querySelectorAll(".way")].flatMap((way) => {
          const plot = way.querySelector("svg").getBoundingClientRect();
          const bars = [...way.querySelectorAll("rect")].map((bar) => bar.getBoundingClientRect());
          const outside = bars.some((bar) => bar.left < plot.left - 1 || bar.right > plot.right + 1 || bar.width < 1);
          return [bars.length === 0 && "no bars", outside && "a bar beside its place"].filter(Boolean);
        }),
      );
      expect(`${where}: is drawn with ${name} at its ${key === "Home" ? "least" : "most"}`, problems.length === 0, problems[0]);
      const said = await page.locator("#sum").textContent();
      expect(`${where}: says what it shows`, /^One after another takes [0-9.]+ s\. .* (fastest is “[a-z]+”|write the loop)\.$/.test(said), said);
    }
  }
}
