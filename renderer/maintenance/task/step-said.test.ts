import { describe, expect, it } from 'vitest';
import { type MaintenancePageOf, taskAsk } from '../../../src/contracts/maintenance/page.ts';
import { catalogueOf } from '../../texts/catalogue.ts';
import { totalsOf } from './ask-cards.tsx';
import { pictureOf, waitsForHand } from './step-look.ts';
import { factsSaid, optionSaid, reasonSaid, stepSaid, troubleSaid } from './step-said.ts';

type TaskPage = MaintenancePageOf<'task'>;
const { tasks } = catalogueOf('zh-CN');

const page = (own: Partial<TaskPage>): TaskPage => ({
  page: 'task',
  technician: 'T-0417',
  second: null,
  kind: 'test-device',
  step: 'choose-device',
  progress: { step: 1, of: 9 },
  facts: {},
  ask: taskAsk.parse({ kind: 'do' }),
  back: false,
  leave: 'give-up',
  ...own,
});
const option = (value: string, label: string | null = null, note: string | null = null) => ({
  value,
  label,
  note,
});

describe('what a technician reads on a step', () => {
  it('falls back to the step, the value, the code themselves, never to nothing', () => {
    const strange = page({ step: 'a-step-of-tomorrow', facts: { code: 'x-17' } });
    expect(stepSaid(tasks, strange).title).toBe('a-step-of-tomorrow');
    expect(optionSaid(tasks, strange, option('value-of-tomorrow')).label).toBe('value-of-tomorrow');
    expect(troubleSaid(tasks, strange)).toContain('x-17');
    expect(reasonSaid(tasks, 'sw-6A82', 'blank')).toContain('sw-6A82');
  });

  it('says a device by its class, its id and how it is', () => {
    const facts = { 'id-card-reader': 'id-card-reader', 'reader-2': 'id-card-reader' };
    const one = optionSaid(tasks, page({ facts }), option('id-card-reader', null, 'online'));
    expect(one.label).toBe(tasks.values['id-card-reader']);
    expect(one.more).toEqual([tasks.values.online]);
    const other = optionSaid(tasks, page({ facts }), option('reader-2', 'reader-2', 'link-lost'));
    expect(other.label).toBe(tasks.values['id-card-reader']);
    expect(other.more).toEqual(['reader-2', tasks.codes['link-lost']]);
  });

  it('says of a service whether it is open, below its name', () => {
    const choose = page({ kind: 'close-service', step: 'choose-service', facts: { loss: 'trial' } });
    const { label, more } = optionSaid(tasks, choose, option('loss'));
    expect(label).toBe('挂失');
    expect(more).toEqual([tasks.values.trial]);
  });

  it('INV-3 says which bin a found card lies in by its machine', () => {
    const found = (machine: string) =>
      optionSaid(
        tasks,
        page({ kind: 'settle-unknown', step: 'where-found', facts: { machine } }),
        option('in-bin'),
      );
    expect(found('issuer').label).toContain(tasks.values.rejected);
    expect(found('acceptor').label).toContain(tasks.values.retained);
    expect(found('').label).not.toBe('in-bin');
  });

  it('INV-3 calls a card without a line by the machine it stands in, and any other by its reference', () => {
    const choose = page({ kind: 'settle-unknown', step: 'choose-unknown' });
    expect(optionSaid(tasks, choose, option('issuer-path', 'issuer-path')).label).toContain(
      tasks.values.issuer,
    );
    expect(optionSaid(tasks, choose, option('o-000017', 'YKT-K7Q2')).label).toBe('YKT-K7Q2');
  });

  it('shows where the hand goes for the device under test, and tells no hand that is wanted to stay away', () => {
    const asked = page({ step: 'testing', facts: { deviceClass: 'pin-pad' } });
    expect(pictureOf(asked)).toBe('press-keys');
    expect(pictureOf({ ...asked, facts: { deviceClass: 'class-of-tomorrow' } })).toBe('test-device');
    expect(waitsForHand(asked)).toBe(true);
    expect(waitsForHand({ ...asked, facts: { deviceClass: 'card-issuer' } })).toBe(false);
    expect(waitsForHand(page({ kind: 'enrol', step: 'scan-code' }))).toBe(true);
    expect(waitsForHand(page({ kind: 'settle-unknown', step: 'place' }))).toBe(false);
  });

  it('takes an empty code for none', () => {
    expect(troubleSaid(tasks, page({ facts: { code: '' } }))).toBeNull();
    expect(troubleSaid(tasks, page({ facts: { why: 'stick-full' } }))).toBe(tasks.codes['stick-full']);
  });

  it('says what is looked up while it is looked up', () => {
    const running = taskAsk.parse({ kind: 'running', expectSeconds: 1 });
    const asked = page({ kind: 'change-paper', step: 'open-cover' });
    expect(stepSaid(tasks, { ...asked, ask: running }).title).not.toBe(stepSaid(tasks, asked).title);
  });

  it('lists at an end every fact that has a name, and no code', () => {
    const end = taskAsk.parse({ kind: 'end', outcome: 'done' });
    const facts = { counted: 20, bag: 'HN208417', code: 'x', item: 'o-17' };
    const lines = factsSaid(tasks, page({ ask: end, facts }));
    expect(lines.map(({ key }) => key)).toEqual(['counted', 'bag']);
  });

  it('adds cards up by reason, the most frequent first', () => {
    expect(totalsOf(['a', 'b', 'b'])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});
