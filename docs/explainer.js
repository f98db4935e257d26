// Draws what kitchen.js computes.
const PRESETS = [
  { name: "Three requests", tasks: 3, length: 3, share: 100, cores: 3, threads: 3, limit: 16 },
  { name: "Three computations", tasks: 3, length: 3, share: 0, cores: 3, threads: 3, limit: 16 },
  { name: "Half and half", tasks: 8, length: 4, share: 50, cores: 4, threads: 8, limit: 16 },
  { name: "A server with a limit", tasks: 9, length: 2, share: 100, cores: 2, threads: 9, limit: 3 },
  { name: "The common mistake", tasks: 16, length: 1, share: 100, cores: 4, threads: 16, limit: 16 },
];
const WORDS = {
  sequential: () => "one thread, one task after another",
  concurrent: ({ threads }) => `${count(threads, "thread")} on one core`,
  parallel: ({ cores }) => `${count(cores, "thread")} on ${count(cores, "core")}: one for each`,
  both: ({ threads, cores }) => `${count(threads, "thread")} on ${count(cores, "core")}`,
};
const NAMES = Object.keys(WORDS);
const FIELDS = ["tasks", "length", "share", "cores", "threads", "limit"];
const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);

function count(number, thing) {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function seconds(millis) {
  return `${Number((millis / 1000).toFixed(1))} s`;
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function svg(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** A picture with a row for each task. Places are in percent, so that it has any width. */
function picture(run, name, tasks, total) {
  const height = 16;
  const drawing = svg("svg", { height: tasks * height + 18, role: "img", "aria-label": `${name}: ${inWords(run)}` });
  const percent = (time) => `${(100 * time) / total}%`;
  const step = [1000, 2000, 5000, 10000, 20000, 50000].find((each) => total / each <= 8) ?? total;
  for (let time = 0; time <= total; time += step) {
    drawing.append(svg("line", { class: "tick", x1: percent(time), x2: percent(time), y1: 0, y2: tasks * height }));
    const place = time === 0 ? "first" : time / total > 0.93 ? "last" : "";
    const unit = time + step > total ? " s" : "";
    drawing.append(svg("text", { x: percent(time), y: tasks * height + 14, class: place }, `${time / 1000}${unit}`));
  }
  for (let task = 0; task < tasks; task++) {
    const own = run.spans.filter((span) => span.task === task);
    if (own.length === 0) continue;
    const y = task * height;
    const from = Math.min(...own.map((span) => span.start));
    const to = Math.max(...own.map((span) => span.end));
    drawing.append(svg("line", { class: "idle", x1: percent(from), x2: percent(to), y1: y + 8, y2: y + 8 }));
    for (const span of own) {
      const bar = svg("rect", {
        class: span.kind,
        x: percent(span.start),
        width: percent(span.end - span.start),
        y: y + 2,
        height: height - 4,
        rx: 2,
      });
      bar.append(svg("title", {}, `task ${task + 1}: ${span.kind}, ${seconds(span.start)} to ${seconds(span.end)}`));
      drawing.append(bar);
    }
  }
  return drawing;
}

function inWords(run) {
  return `${seconds(run.makespan)}, cores in use ${Math.round(100 * run.utilisation)} % of the time`;
}

/** Says what the pictures show. */
function summary(runs) {
  const { sequential, concurrent, parallel, both } = runs;
  const gain = (run) => {
    const times = sequential.makespan / run.makespan;
    return times < 1.05 ? "no sooner" : `${Number(times.toFixed(1))} times as fast`;
  };
  const best = Math.min(...NAMES.map((name) => runs[name].makespan));
  const first = NAMES.find((name) => runs[name].makespan <= best * 1.05);
  const advice =
    first === "sequential"
      ? "Nothing is to be won: write the loop."
      : `The plainest of the fastest is “${first}”.`;
  return (
    `One after another takes ${seconds(sequential.makespan)}. Concurrent on one core is ${gain(concurrent)}, ` +
    `parallel ${gain(parallel)}, both together ${gain(both)}. ${advice}`
  );
}

function values() {
  return Object.fromEntries(FIELDS.map((name) => [name, Number(byId(name).value)]));
}

function draw() {
  const set = values();
  const waiting = set.length * set.share * 10;
  const kitchens = approaches(set);
  const runs = {};
  for (const name of NAMES) {
    const run = simulate({
      tasks: set.tasks,
      waiting,
      computing: set.length * 1000 - waiting,
      limit: set.limit,
      quantum: 1000,
      ...kitchens[name],
    });
    run.utilisation = run.makespan === 0 ? 0 : run.busy / (run.makespan * kitchens[name].cores);
    runs[name] = run;
  }
  const total = Math.max(...NAMES.map((name) => runs[name].makespan));
  const best = Math.min(...NAMES.map((name) => runs[name].makespan));
  byId("ways").replaceChildren(
    ...NAMES.map((name) => {
      const run = runs[name];
      return element(
        "section",
        { class: run.makespan <= best ? "way best" : "way", "data-way": name, "data-makespan": run.makespan },
        element("h3", {}, name[0].toUpperCase() + name.slice(1)),
        element("span", { class: "time" }, seconds(run.makespan)),
        element(
          "p",
          {},
          `${WORDS[name](kitchens[name])} · cores in use ${Math.round(100 * run.utilisation)} % of the time`,
        ),
        picture(run, name, set.tasks, total),
      );
    }),
  );
  byId("sum").textContent = summary(runs);
  const shown = {
    tasks: set.tasks,
    length: `${set.length} s`,
    share: `${set.share} %`,
    cores: set.cores,
    threads: set.threads,
    limit: set.limit >= set.tasks ? "none" : set.limit,
  };
  for (const [name, text] of Object.entries(shown)) {
    document.querySelector(`output[for="${name}"]`).textContent = text;
  }
  for (const button of byId("presets").children) {
    const preset = PRESETS[Number(button.dataset.preset)];
    button.setAttribute("aria-pressed", FIELDS.every((name) => preset[name] === set[name]));
  }
}

PRESETS.forEach((preset, index) => {
  const button = element("button", { type: "button", "data-preset": index }, preset.name);
  button.addEventListener("click", () => {
    for (const name of FIELDS) byId(name).value = preset[name];
    draw();
  });
  byId("presets").append(button);
});
byId("controls").addEventListener("input", draw);
byId("presets").firstElementChild.click();
