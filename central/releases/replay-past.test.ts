import { describe, expect, it } from 'vitest';
import { type CalendarDay, day } from '../../src/calendar/calendar-day.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { PastOutcome } from '../../src/replay/past-outcome.ts';
import { currentDocument } from './drafts.ts';
import { releaseBench } from './release-bench.ts';
import { replayRelease } from './replay-past.ts';

type Bench = Awaited<ReturnType<typeof releaseBench>>;
const PAST: PastOutcome = {
  ...{ day: day('2026-11-01'), pack: 'hainan 1', service: 'replace', document: 'resident-id-card', age: 40 },
  ...{ region: '46', generation: 3, faceDistance: 0.4, faceTries: 1, lossTerm: null, exchangeReason: null },
  ...{ waivers: '', chargedFen: 2500, disposition: 'completed', outcome: 'done-here', seconds: 200 },
};

const kept = (at: CalendarDay, sequence: number, facts: PastOutcome) => ({
  ...{ kiosk_id: `kiosk-${sequence % 7}`, sequence, at: `${at}T04:00:00.000Z`, day: at, assignment: 0 },
  ...{
    service: facts.service,
    disposition: facts.disposition,
    pack: facts.pack,
    facts: JSON.stringify(facts),
  },
});
async function keep(bench: Bench, rows: readonly ReturnType<typeof kept>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    await bench.foundations.queries.insertInto('past_session').values(some).execute();
  }
}
async function stricter(bench: Bench) {
  const { content } = await currentDocument(bench.desk, { kind: 'policy-pack', line: 'hainan' });
  const pack = structuredClone(content) as PolicyPack;
  pack.face.acceptAtMost = 0.42;
  return bench.drafted('policy-pack', 'hainan', pack);
}

describe('a draft against the sessions there were', () => {
  it('counts exactly those that would end otherwise, and no session of another line', async () => {
    await using bench = await releaseBench();
    const concerned = { ...PAST, faceDistance: 0.45 };
    await keep(bench, [
      ...Array.from({ length: 2_500 }, (_, at) =>
        kept(day('2026-11-01'), at, at % 100 === 0 ? concerned : PAST),
      ),
      kept(day('2026-11-02'), 9_000, { ...concerned, pack: 'henan 1' }),
    ]);
    const { releaseId } = await stricter(bench);
    const answer = await replayRelease(bench.desk, releaseId);
    expect(answer).toMatchObject({
      done: true,
      replay: { of: 2_500, differ: 25, says: { en: '25 of 2,500 past outcomes would differ' } },
    });
  });

  it('looks at the newest twelve thousand', async () => {
    await using bench = await releaseBench();
    const concerned = { ...PAST, faceDistance: 0.45 };
    await keep(bench, [
      ...Array.from({ length: 300 }, (_, at) => kept(day('2026-10-01'), at, concerned)),
      ...Array.from({ length: 11_990 }, (_, at) => kept(day('2026-11-01'), 1_000 + at, PAST)),
    ]);
    const { releaseId } = await stricter(bench);
    expect(await replayRelease(bench.desk, releaseId)).toMatchObject({ replay: { of: 12_000, differ: 10 } });
  });

  it('says where there is no pack to hold against the past', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await bench.drafted('texts', 'hainan', { zh: {}, en: {} });
    expect(await replayRelease(bench.desk, releaseId)).toMatchObject({ refusal: 'no-such-document' });
    expect(await replayRelease(bench.desk, 'R-2026-9999')).toMatchObject({ refusal: 'no-such-release' });
  });
});
