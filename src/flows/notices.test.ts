import { expect, it } from 'vitest';
import { noticesChangeAt } from '../configuration/notices-at.ts';
import type { NoticeBoard } from '../contracts/configuration/small-documents.ts';
import { noticesFor, tilesSaying } from './notices.ts';

const board: NoticeBoard['notices'] = (['storm', 'fee', 'third'] as const).map((id) => ({
  id,
  title: { zh: `题 ${id}`, en: `title ${id}` },
  text: { zh: '文', en: 'text' },
  level: id === 'storm' ? 'warning' : 'notice',
  from: '2026-01-01T00:00:00Z',
  until: id === 'fee' ? '2026-01-02T00:00:00Z' : '2026-01-03T00:00:00Z',
  services: id === 'fee' ? ['replace'] : [],
}));
const tile = (service: 'replace' | 'help') => ({
  service,
  minutes: 1,
  free: true,
  available: true,
  reason: null,
  notice: null,
});
const environment = (language: 'zh-CN' | 'en') => ({
  language,
  kit: { notices: () => board, tiles: () => [tile('replace'), tile('help')] } as never,
});

it('shows two notices, in the resident’s language', () => {
  expect(noticesFor(environment('en')).map(({ id, title, level }) => [id, title, level])).toEqual([
    ['storm', 'title storm', 'warning'],
    ['fee', 'title fee', 'notice'],
  ]);
  expect(noticesFor(environment('zh-CN'))[0]?.text).toBe('文');
});

it('says the title of a notice at the service it is about', () => {
  expect(tilesSaying(environment('zh-CN')).map(({ said }) => said)).toEqual(['题 fee', undefined]);
});

it('knows when a notice begins or is over next', () => {
  const moment = (text: string) => Date.parse(text);
  expect(noticesChangeAt(board, 0)).toBe(moment('2026-01-01T00:00:00Z'));
  expect(noticesChangeAt(board, moment('2026-01-01T00:00:00Z'))).toBe(moment('2026-01-02T00:00:00Z'));
  expect(noticesChangeAt(board, moment('2026-01-03T00:00:00Z'))).toBeNull();
});
