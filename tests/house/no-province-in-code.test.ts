import { describe, expect, it } from 'vitest';
import { type Program, programsOutsideTests } from './programs.ts';
import { provinceWordsIn } from './province-words.ts';

/** What may name a place all the same. Everything else takes it from the policy pack. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/identity/divisions.ts': 'the names of GB/T 2260, of the whole country',
  'src/policy/default-pack.ts': 'the one place that says which pack is opened first',
  'src/fictitious-residents/': 'people who do not exist, with addresses and cards that have a past',
  'central/records/made-up-history.ts': 'insurance records of people who do not exist',
  'central/dev/seed-cards.ts': 'what the made-up residents’ cards went through before today',
  'renderer/gallery/': 'filled-in screens to look at; in no build of the kiosk',
  'scripts/docs/sample-receipt.ts': 'a filled-in receipt for the documentation',
};

const programs = programsOutsideTests();
const exceptionFor = ({ file }: Program) => Object.keys(EXCEPTIONS).find((start) => file.startsWith(start));
const wordsOf = ({ file, text }: Program) =>
  provinceWordsIn(text).map(({ line, what, found }) => `${file}:${line} ${what} ${found}`);

describe('policy packs: no province in code', () => {
  it('no program names a place, a hotline, a fee or a term of a rule', () => {
    const files = programs.map(({ file }) => file);
    for (const file of [
      'src/flows/session.ts',
      'main/core/core.ts',
      'central/central.ts',
      'renderer/kiosk.tsx',
    ])
      expect(files).toContain(file);
    expect(programs.filter((file) => !exceptionFor(file)).flatMap(wordsOf)).toEqual([]);
  });

  it('each exception is still needed', () => {
    const needed = new Set(
      programs.filter((file) => wordsOf(file).length > 0).map((file) => exceptionFor(file)),
    );
    for (const start of Object.keys(EXCEPTIONS)) expect(needed).toContain(start);
  });

  it.each([
    ["const TITLE = '海南一卡通';", 'place', '海南'],
    ["if (pack.id === 'henan') return 0;", 'place', 'henan'],
    ["const help = 'Call 0898-96588';", 'hotline', '0898-96588'],
    ["const CALL = ['12333'];", 'hotline', '12333'],
    ['const charge = { feeFen: 1500 };', 'fee', 'feeFen: 1500'],
    ['const CARD_FEE = 1_500;', 'fee', 'CARD_FEE = 1_500'],
    ['return fen(1000);', 'fee', 'fen(1000'],
    ['const cost = `工本费 15.00 元`;', 'fee', '15.00 元'],
    ["const cost = 'pay 10 yuan';", 'fee', '10 yuan'],
    ['const until = addDays(today, 15);', 'term', 'addDays(today, 15)'],
    ['const by = addWorkingDays(dayInShanghai(now), 30);', 'term', 'addWorkingDays(dayInShanghai(now), 30)'],
    ['const policy = { collectWithinDays: 180 };', 'term', 'collectWithinDays: 180'],
    ['if (age < 16) refuse();', 'term', 'age < 16'],
    ["const line = '未满 16 岁的孩子';", 'term', '16 岁'],
    ["const line = 'within 7 days';", 'term', '7 days'],
    ["const page = 'https://x'; const d = '15 天';", 'term', '15 天'],
  ])('sees %s', (program, what, found) => {
    expect(provinceWordsIn(`\n${program}\n`)).toContainEqual({ line: 2, what, found });
  });

  it.each([
    '/** Hainan since 2022: 15 days, 10.00 yuan, 12333 (M A17). */',
    "const file = 'assets/policy/hainan.json'; // the default",
    'const tomorrow = addDays(today, 1);',
    'const fee = { feeFen: 0 };',
    'const until = addDays(today, policy.loss.days);',
    'const waitMs = 1_500;',
    "const free = '0.00 元，免费';",
    "const zone = '天涯区';",
    'const port = 123330;',
    'const pages = usePages(regions, 8);',
    "const line = '输入 6 位数字';",
  ])('lets pass %s', (program) => {
    expect(provinceWordsIn(program)).toEqual([]);
  });
});
