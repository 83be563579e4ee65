import { CONTESTANTS } from './enqueue.ts';

/** A program for `syncs.ts`: opens one contestant's queue in a folder and makes so many commits. */
const [name, folder = '', commits] = process.argv.slice(2);
const contestant = CONTESTANTS.find((one) => one.name === name);
if (!contestant) throw new Error(`no contestant ${name}`);
const queue = await contestant.open(folder);
for (let index = 0; index < Number(commits); index += 1) await queue.enqueue(index);
// Not closed: a last checkpoint belongs to no commit.
process.exit(0);
