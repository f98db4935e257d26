// Reads a JSON array of texts in YAML, and prints the array of what each says.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((text) => parse(text))));
