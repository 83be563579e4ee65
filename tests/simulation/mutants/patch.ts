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
    const source = String(loaded.source);
    const broken = source.replace(mutant.from, () => mutant.to);
    if (broken === source)
      throw new Error(`${mutant.name}: ${mutant.file} does not hold what is to be broken`);
    return { ...loaded, source: broken };
  },
});
