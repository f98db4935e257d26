// Makes of a report one that tries to break the page: markup, endless words, and as much of everything as a report holds.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const report = JSON.parse(readFileSync(from, "utf8"));
const MARKUP = "</title></style></script><script>document.title='broken into'</script><img src=x onerror=alert(1)>";
const WORD = "W".repeat(100);
const NAMES = [MARKUP.slice(0, 100), WORD, "\u202eright to left", "\u001b[31mred", "名前".repeat(40), "🍳".repeat(50)];

// two are as bad as nine
report.exercises = report.exercises.filter(({ checks }) => checks.some(({ timeline }) => timeline)).slice(0, 2);
report.submission = WORD + MARKUP;
report.graderVersion = WORD;
report.deviations = [MARKUP, WORD];
let next = 0;
const name = () => NAMES[next++ % NAMES.length];
for (const exercise of report.exercises) {
  for (const check of exercise.checks) {
    check.message = `${MARKUP}\n${WORD.repeat(10)}\n\n  indented ${name()}`;
    if (check.status === "failed") {
      check.file = `src/main/java/${WORD}/${MARKUP}.java`;
      check.line = 999999;
      check.source = { firstLine: 999995, lines: [MARKUP, WORD + WORD, "\t\ttabs", "", "// the line to blame", "\u2028"] };
    }
    if (check.timeline) {
      const spans = check.timeline.spans;
      check.timeline.caption = WORD;
      check.timeline.spans = Array.from({ length: 2000 }, (unused, i) => ({
        ...spans[i % spans.length],
        label: name() + i,
        thread: `${name()} ${i % 40}`,
        ending: ["completed", "failed", "interrupted", "unfinished"][i % 4],
        start: i,
        end: i + (i % 7),
      }));
      check.timeline.spanCount = 100000;
      check.timeline.plan &&= check.timeline.plan.map((piece) => ({ ...piece, label: name() }));
    }
  }
}
writeFileSync(to, JSON.stringify(report));
