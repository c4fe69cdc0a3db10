/** The mapping for disputes that comes along. */
import { readFileSync } from 'node:fs';
import { parseDisputeMapping } from './dispute-mapping.js';

const name = 'mediation-dialogues';
const file = new URL(`../../../../../infra/mappings/${name}.json`, import.meta.url);

export const shippedMapping = parseDisputeMapping(name, readFileSync(file, 'utf8'));
