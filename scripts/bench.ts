interface Bench {
  run(args: string[]): Promise<object>;
}

/** `npm run bench -- WHAT …`: figures with the raw baseline of the same run; the last line is one JSON object. */
const BENCHES: Readonly<Record<string, string>> = {
  residents: './bench/residents.ts',
  queue: './bench/queue.ts',
  rollout: './bench/rollout.ts',
};

const [what = '', ...args] = process.argv.slice(2);
try {
  const file = Object.hasOwn(BENCHES, what) ? BENCHES[what] : undefined;
  if (file === undefined)
    throw new Error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--service X | --part X]`);
  const bench: Bench = await import(file);
  const figures = await bench.run(args);
  console.log(JSON.stringify(figures));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.log(JSON.stringify({ error: { code: 'bench-failed', message } }));
  process.exitCode = 1;
}
