
// Comfort only: what a bar says when it is pointed at also shows beneath its drawing, where a finger or the arrow keys get
// it too. Without this script the same is in the bar's title and in the table.
for (const drawing of document.querySelectorAll(".timeline")) {
  const detail = drawing.querySelector(".detail");
  const bars = [...drawing.querySelectorAll(".bar")];
  if (bars.length === 0) continue;
  detail.hidden = false;
  detail.textContent = "Point at a bar, or press the arrow keys on one, to see when it began and ended.";
  let current = 0;
  const show = (bar) => { detail.textContent = bar.getAttribute("aria-label"); };
  const go = (index) => {
    bars[current].setAttribute("tabindex", "-1");
    current = Math.min(Math.max(index, 0), bars.length - 1);
    bars[current].setAttribute("tabindex", "0");
    bars[current].focus();
  };
  bars.forEach((bar, index) => {
    const title = bar.querySelector("title");
    bar.setAttribute("aria-label", title.textContent);
    title.remove();
    bar.setAttribute("tabindex", index === 0 ? "0" : "-1");
    bar.addEventListener("pointerenter", () => show(bar));
    bar.addEventListener("focus", () => { current = index; show(bar); });
    bar.addEventListener("click", () => go(index));
  });
  drawing.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -bars.length, End: bars.length };
    if (event.target.classList.contains("bar") && event.key in steps) {
      event.preventDefault();
      go(current + steps[event.key]);
    }
  });
}
