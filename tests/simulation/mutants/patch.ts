import { registerHooks } from 'node:module';
import { MUTANTS } from './mutants.ts';

/** Loaded before the simulation: the software is read with one deliberate break in it. The file itself stays as it is. */
const name = process.env.YIKATONG_MUTANT;
const mutant = MUTANTS.find((one) => one.name === name);
if (!mutant) throw new Error(`there is no mutant ${name}`);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(`/${mutant.file}`)) return loaded;
    let source = String(loaded.source);
    for (const { from, to } of mutant.edits) {
      if (source.split(from).length !== 2)
        throw new Error(`${mutant.name}: ${mutant.file} holds not once: ${from}`);
      source = source.replace(from, () => to);
    }
    return { ...loaded, source };
  },
});
