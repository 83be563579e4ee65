import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '../contracts/configuration/document.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { differences } from './differences.ts';
import { NAMES_OF_KIND } from './document-names.ts';
import { sameContent } from './paired-items.ts';
import { isRecord, patternOf } from './place-in-document.ts';
import { isLocalised } from './shown-value.ts';

const packOf = (name: string): PolicyPack =>
  JSON.parse(readFileSync(new URL(`../../assets/policy/${name}.json`, import.meta.url), 'utf8'));
const PACKS = ['hainan', 'henan', 'jiangsu-suzhou'].map(packOf);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The Chinese sentences after one change to the pack of Hainan. */
function said(change: (pack: PolicyPack) => void, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const before = packOf('hainan');
  const after = structuredClone(before);
  change(after);
  return differences('policy-pack', before, after).map(({ says }) => says[language]);
}
const service = (pack: PolicyPack, name: string) => {
  const found = pack.services.find((entry) => entry.service === name);
  if (!found) throw new Error(name);
  return found;
};

describe('what a pack changes, in plain words', () => {
  it.each<[string, (pack: PolicyPack) => void, readonly string[]]>([
    [
      'REPL-7 a fee from a day on',
      (pack) => {
        pack.replacement.fee = json([
          { from: '2022-01-01', until: '2026-12-01', fen: 1500 },
          { from: '2026-12-01', until: null, fen: 1000 },
        ]) as typeof pack.replacement.fee;
      },
      ['补换卡工本费：15.00 元 → 10.00 元，自 2026-12-01 起'],
    ],
    [
      'a fee cut in two without another amount',
      (pack) => {
        pack.replacement.fee = json([
          { from: '2022-01-01', until: '2026-12-01', fen: 1500 },
          { from: '2026-12-01', until: null, fen: 1500 },
        ]) as typeof pack.replacement.fee;
      },
      ['补换卡工本费：分段写法有变，每天的金额不变'],
    ],
    [
      'a service closed',
      (pack) => {
        service(pack, 'exchange').enabled = false;
      },
      ['关闭业务：换发'],
    ],
    [
      'a stricter face',
      (pack) => {
        pack.face.acceptAtMost = 0.42;
      },
      ['人脸比对门槛：0.48 → 0.42（更严）'],
    ],
    [
      'a younger age',
      (pack) => {
        pack.identity.selfServiceAge = 14;
      },
      ['可以自助办理的年龄（周岁）：16 → 14（更宽）'],
    ],
    [
      'a document more',
      (pack) => {
        pack.identity.acceptedDocuments.push('hmt-residence-permit');
      },
      ['受理的证件：新增港澳台居民居住证'],
    ],
    [
      'a hotline less',
      (pack) => {
        pack.hotlines.pop();
      },
      ['咨询电话：删去 0898-96588'],
    ],
    [
      'an outlet that moved',
      (pack) => {
        for (const outlet of pack.counters) if (outlet.id === 'agency-01') outlet.address = '新址';
      },
      [expect.stringMatching(/^人工窗口 · 海南省.*（agency-01） · 地址：“海口市.*” → “新址”$/) as string],
    ],
    [
      'a reason that the kiosk takes over',
      (pack) => {
        for (const one of pack.exchange.reasons) if (one.reason === 'expiry') one.where = 'kiosk';
      },
      ['换卡原因 · 到期 · 在哪里办：窗口 → 本机'],
    ],
    [
      'an order',
      (pack) => {
        pack.exchange.accountChoices.reverse();
      },
      ['换卡时银行账号的选择：顺序有变'],
    ],
  ])('%s', (_title, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  it('says it in English as well', () => {
    expect(
      said((pack) => {
        service(pack, 'swap').enabled = false;
        pack.face.tries = 2;
      }, 'en'),
    ).toEqual(['Service closed: generation swap', 'Tries of the face comparison: 3 → 2 (stricter)']);
  });

  it('says a field without a name by its path and both values', () => {
    expect(differences('policy-pack', { newRule: 1 }, { newRule: 2 })[0]?.says.zh).toBe('newRule：1 → 2');
  });

  it('tells a text of a screen by its key', () => {
    const before = { zh: { 'home.title': '请选择' }, en: {} };
    const after = { zh: { 'home.title': '要办什么？' }, en: { 'home.title': 'What is it?' } };
    expect(differences('texts', before, after).map(({ says }) => says.zh)).toEqual([
      '中文界面文字 · “home.title”：“请选择” → “要办什么？”',
      '英文界面文字 · “home.title”：新增“What is it?”',
    ]);
  });

  it('never shows what lets a technician in', () => {
    const one = { id: 'T-0417', roles: ['care'], validFrom: '2026-01-01', validTo: null, cardKey: null };
    const before = { technicians: [{ ...one, pin: '$argon2id$OLD', totpSecret: 'OLDSECRET' }] };
    const after = {
      technicians: [
        {
          ...one,
          roles: ['care', 'keys'],
          pin: '$argon2id$NEW',
          totpSecret: 'NEWSECRET',
          cardKey: { x: 'KEYX' },
        },
        { ...one, id: 'T-0001', pin: '$argon2id$NEW', totpSecret: 'NEWSECRET' },
      ],
    };
    const found = differences('technicians', before, after);
    expect(found.map(({ says }) => says.zh)).toEqual([
      '维护人员 · T-0417 · 权限：新增密钥管理',
      '维护人员 · T-0417 · 工作卡公钥：已更换',
      '维护人员 · T-0417 · 密码：已更换',
      '维护人员 · T-0417 · 动态口令密钥：已更换',
      '维护人员：新增 T-0001',
    ]);
    expect(JSON.stringify(found)).not.toMatch(/OLD|NEW|KEYX/);
  });
});

describe('every field of the shipped packs has a name', () => {
  it.each(PACKS.map((pack) => [pack.id, pack] as const))('%s', (_id, pack) => {
    const nameless = new Set<string>();
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      const pattern = patternOf('policy-pack', path);
      if (path.length > 0 && !pattern.endsWith('*') && !Object.hasOwn(NAMES_OF_KIND['policy-pack'], pattern))
        nameless.add(pattern);
      if (Array.isArray(value)) for (const [at, item] of value.entries()) walk(item, [...path, at]);
      else if (isRecord(value) && !isLocalised(value))
        for (const [field, inside] of Object.entries(value)) walk(inside, [...path, field]);
    };
    walk(pack, []);
    expect([...nameless]).toEqual([]);
  });
});

describe('nothing changes unseen', () => {
  const kinds = fc.constantFrom<DocumentKind>(...DOCUMENT_KINDS);

  it('has no difference where nothing differs, and only there, for any content', () => {
    fc.assert(
      fc.property(kinds, fc.jsonValue(), fc.jsonValue(), (kind, left, right) => {
        const before = json(left);
        const after = json(right);
        expect(differences(kind, before, before)).toEqual([]);
        expect(differences(kind, before, after).length === 0).toBe(sameContent(before, after));
      }),
      { numRuns: 300 },
    );
  });

  it('sees one value changed anywhere in a pack', () => {
    const pack = json(PACKS[0]);
    const leaves: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (Array.isArray(value)) for (const [at, item] of value.entries()) walk(item, [...path, at]);
      else if (isRecord(value))
        for (const [field, inside] of Object.entries(value)) walk(inside, [...path, field]);
      else leaves.push(path);
    };
    walk(pack, []);
    const changedAt = (value: unknown, path: readonly (string | number)[]): unknown => {
      const [step, ...rest] = path;
      if (step === undefined)
        return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'else';
      if (Array.isArray(value)) return value.map((item, at) => (at === step ? changedAt(item, rest) : item));
      if (isRecord(value)) return { ...value, [step]: changedAt(value[step], rest) };
      return value;
    };
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const found = differences('policy-pack', pack, changedAt(pack, path));
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(({ says }) => says.zh !== '' && says.en !== '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
