/** One thing in code that belongs into a policy pack. */
export interface ProvinceWord {
  readonly line: number;
  readonly what: 'place' | 'hotline' | 'fee' | 'term';
  readonly found: string;
}

/** A comment, or a string that may have comment signs in it and stays. */
const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;

/** A pack is a file, and a program may open one unless told otherwise: its path says no rule. */
const PACK_FILE = /assets\/policy\/[a-z-]+\.json/g;

/** A number that is written out: not 0 (free, none) and not 1 (the next day, one more). */
const NUMBER = '(?:[2-9]|[1-9][\\d_]+)\\b';

const SIGNS: Readonly<Record<ProvinceWord['what'], readonly RegExp[]>> = {
  place: [
    /海南|海口|三亚|儋州|琼海|河南|郑州|江苏|苏州/g,
    /\b(?:Hainan|Haikou|Sanya|Danzhou|Henan|Zhengzhou|Jiangsu|Suzhou)\b/gi,
  ],
  hotline: [/(?<!\d)(?:0898-?)?(?:12333|96588|962026)(?!\d)/g],
  fee: [
    // `feeFen: 1500`, `CARD_FEE = 1_500`, `fen(1000)`
    new RegExp(`\\b(?:\\w*(?:Fen|Fees?|_FEN|_FEE)|fen|fees?)\\s*[:=(]\\s*${NUMBER}`, 'g'),
    /(?<![\d.])(?!0\.00)\d+(?:\.\d{2})?\s*(?:元|yuan\b)/g,
  ],
  term: [
    // `collectWithinDays: 180`, `SELF_SERVICE_AGE = 16`
    new RegExp(
      `\\b(?:\\w*(?:Days|Months|Years|Age|_DAYS|_MONTHS|_YEARS|_AGE)|days|months|years|age)\\s*[:=]\\s*${NUMBER}`,
      'g',
    ),
    // `addDays(today, 15)`
    new RegExp(`\\badd(?:Days|WorkingDays|Months|Years)\\([^\\n]*,\\s*-?${NUMBER}\\s*\\)`, 'g'),
    // `age < 16`
    new RegExp(`\\b\\w*[aA]ge\\s*(?:<=?|>=?|===)\\s*${NUMBER}`, 'g'),
    /\d+\s*(?:天|日内|个工作日|个月|岁|周岁)/g,
    /\b\d+ (?:working )?(?:days?|months?|years? (?:old|of age))\b/gi,
  ],
};

/** Places, hotlines, fees and terms of rules that a program text has in itself; its comments may name them. */
export function provinceWordsIn(program: string): readonly ProvinceWord[] {
  const code = withoutComments(program).replace(PACK_FILE, '');
  return Object.entries(SIGNS).flatMap(([what, signs]) =>
    signs.flatMap((sign) =>
      [...code.matchAll(sign)].map((match) => ({
        line: code.slice(0, match.index).split('\n').length,
        what: what as ProvinceWord['what'],
        found: match[0],
      })),
    ),
  );
}

/** Lines keep their numbers. */
const withoutComments = (program: string): string =>
  program.replace(COMMENT_OR_STRING, (part) => (/^\/[/*]/.test(part) ? part.replace(/[^\n]/g, ' ') : part));
