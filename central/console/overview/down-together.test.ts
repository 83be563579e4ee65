import { expect, it } from 'vitest';
import { downTogether } from './down-together.ts';

const row = (
  service: 'loss' | 'replace' | 'swap',
  reason: string,
  region: string | null,
  kiosks: number,
) => ({
  service,
  reason,
  region,
  kiosks,
});

it('says one trouble of a region once, with everything it closes, the most kiosks first', () => {
  const rows = [
    row('loss', 'printer-down', '东区', 2),
    row('replace', 'printer-down', '东区', 2),
    row('swap', 'printer-down', '东区', 1),
    row('loss', 'printer-down', null, 3),
  ];
  expect(downTogether(rows)).toEqual([
    { reason: 'printer-down', region: null, kiosks: 3, services: ['loss'] },
    { reason: 'printer-down', region: '东区', kiosks: 2, services: ['loss', 'replace'] },
    { reason: 'printer-down', region: '东区', kiosks: 1, services: ['swap'] },
  ]);
  expect(downTogether([])).toEqual([]);
});
