import { expect, it } from 'vitest';
import { HidTransport, outputReports } from './hid-transport.ts';

it('sends a short request as one report: id 00, the request, zeros up to 64 (protocols 2.1)', () => {
  const [report, ...more] = outputReports(Uint8Array.of(0xaa, 0x96, 0x22));
  expect(more).toEqual([]);
  expect(report).toHaveLength(65);
  expect([...(report ?? [])].slice(0, 5)).toEqual([0x00, 0xaa, 0x96, 0x22, 0x00]);
});

it('cuts a long message into as many reports as it needs', () => {
  const reports = outputReports(new Uint8Array(130).fill(7));
  expect(reports.map((report) => report.filter((byte) => byte === 7).length)).toEqual([64, 64, 2]);
});

it('names a device that is not plugged in', async () => {
  const opened = await new HidTransport(0xfffe, 0xfffe).open();
  expect(opened).toMatchObject({ ok: false, error: { code: 'hid-missing' } });
});
