// Reads a JSON array of diagrams, and prints the array of what Mermaid makes of each: its tasks, or the error.
import DOMPurify from 'dompurify';
import { readFileSync } from 'node:fs';

// Mermaid cleans HTML with it, for which it wants a browser; there is none, and none of these diagrams may hold HTML
DOMPurify.addHook = () => {};
DOMPurify.sanitize = (text) => text;
const { default: mermaid } = await import('mermaid');

const drawn = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const tasks = diagram.db.getTasks().map((task) => ({
      section: task.section,
      task: task.task.trim(),
      start: task.startTime.getTime(),
      end: task.endTime.getTime(),
      red: Boolean(task.crit),
    }));
    drawn.push({ type: diagram.type, title: diagram.db.getDiagramTitle(), tasks });
  } catch (error) {
    drawn.push({ error: error.message });
  }
}
process.stdout.write(JSON.stringify(drawn));
