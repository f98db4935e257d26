// The same model as the grader's simulation (grader/src/main/java/twostoves/simulation), for tasks that are all alike: each
// waits and then computes. Threads take the tasks from a queue, in order. A wait needs one of `limit` places and no core; a
// computation needs a core, and makes room for the next one after each `quantum`. All times are whole milliseconds.
// grader/src/browser/simulated.csv holds what the simulation makes of some cases, and this model is tested against it.

/**
 * Runs the tasks.
 *
 * @returns makespan: when the last task is done; busy: how long cores computed, all together; spans: what was done when, as
 *     { task, thread, kind: "waiting" or "computing", start, end }
 */
function simulate({ tasks, waiting, computing, cores, threads, limit, quantum }) {
  const spans = [];
  const agenda = []; // what is under way: { due, order, ... }
  const ready = []; // computations that want a core, first come first served
  const queue = []; // threads that want a place to wait in
  let free = cores;
  let places = limit;
  let next = 0;
  let order = 0;
  let now = 0;
  let makespan = 0;
  let arrived = [];

  const begin = (thread) => {
    if (next === tasks) return;
    const task = next++;
    if (waiting === 0) compute(thread, task);
    else queue.push({ thread, task });
  };
  const admit = () => {
    while (places > 0 && queue.length > 0) {
      places--;
      arrived.push({ kind: "waiting", ...queue.shift(), start: now, due: now + waiting });
    }
  };
  const compute = (thread, task) => {
    if (computing === 0) end(thread);
    else arrived.push({ kind: "computing", thread, task, demand: computing });
  };
  const end = (thread) => {
    makespan = now;
    begin(thread);
  };
  const dispatch = () => {
    while (free > 0 && ready.length > 0) {
      free--;
      const computation = ready.shift();
      agenda.push({ ...computation, start: now, due: now + Math.min(quantum, computation.demand) });
    }
  };
  // what comes at one instant comes together, and is put in order by the number of its task
  const takeIn = () => {
    admit();
    arrived.sort((a, b) => a.task - b.task);
    for (const event of arrived) {
      event.order = order++;
      (event.kind === "computing" ? ready : agenda).push(event);
    }
    arrived = [];
    dispatch();
  };

  for (let thread = 0; thread < threads; thread++) begin(thread);
  takeIn();
  while (agenda.length > 0) {
    now = Math.min(...agenda.map((event) => event.due));
    const happening = agenda.filter((event) => event.due === now).sort((a, b) => a.order - b.order);
    happening.forEach((event) => agenda.splice(agenda.indexOf(event), 1));
    const woken = [];
    for (const event of happening) {
      spans.push({ task: event.task, thread: event.thread, kind: event.kind, start: event.start, end: now });
      if (event.kind === "computing") {
        free++;
        const demand = event.demand - (now - event.start);
        if (demand > 0) {
          ready.push({ kind: event.kind, thread: event.thread, task: event.task, order: event.order, demand });
          continue;
        }
      }
      woken.push(event);
    }
    dispatch();
    for (const event of woken) {
      if (event.kind === "waiting") {
        places++;
        compute(event.thread, event.task);
      } else {
        end(event.thread);
      }
    }
    takeIn();
  }
  const busy = spans.filter((span) => span.kind === "computing").reduce((sum, span) => sum + span.end - span.start, 0);
  return { makespan, busy, spans };
}

/** The four ways to do the same work that the explainer compares: how many threads and how many cores each of them has. */
function approaches({ cores, threads }) {
  return {
    sequential: { threads: 1, cores: 1 },
    concurrent: { threads, cores: 1 },
    parallel: { threads: cores, cores },
    both: { threads: Math.max(threads, cores), cores },
  };
}
