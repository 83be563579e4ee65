import { registerHooks } from 'node:module';
import { ATTACKS } from './attacks.ts';

/**
 * Tries each attack on software that is read without the check against it: every module anew, the files themselves stay
 * as they are. Prints the numbers of those that succeed.
 */
const WITHOUT = '?without=';
const PROJECT = new URL('../../../../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const without = context.parentURL?.split(WITHOUT)[1];
    const isOurs = resolved.url.startsWith(PROJECT) && !resolved.url.includes('/node_modules/');
    if (without === undefined || !isOurs || resolved.url.includes(WITHOUT)) return resolved;
    return { ...resolved, url: `${resolved.url}${WITHOUT}${without}` };
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const [file, number] = url.split(WITHOUT);
    const check = number === undefined ? undefined : ATTACKS[Number(number)]?.check;
    if (!check || file !== PROJECT + check.file) return loaded;
    const source = String(loaded.source);
    if (source.split(check.from).length !== 2) throw new Error(`${check.file} holds not once: ${check.from}`);
    return { ...loaded, source: source.replace(check.from, () => check.to) };
  },
});

const succeeded: number[] = [];
for (const number of ATTACKS.keys()) {
  const { ATTACKS: without }: typeof import('./attacks.ts') = await import(`./attacks.ts${WITHOUT}${number}`);
  if (await without[number]?.succeeds()) succeeded.push(number);
}
process.stdout.write(`${JSON.stringify(succeeded)}\n`);
