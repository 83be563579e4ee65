import { mannerName } from '../people/manners.ts';
import type { Blow, Plan, SessionPlan, Strike } from '../plan.ts';
import { weatherName } from './weathers.ts';

/** What strikes, without numbers: the same name for the same trouble in every session. */
export function strikeName(what: Strike): string {
  switch (what.kind) {
    case 'device': {
      const { methods, trouble, acts, times } = what.fault;
      const word = [trouble.kind, trouble.code ?? trouble.position].filter(Boolean).join('/');
      const lasting = times === undefined ? 'stays' : times === 1 ? 'once' : 'some times';
      return `${what.device} ${methods?.join(', ') ?? 'gone'} ${word}${acts ? ' (done)' : ''} ${lasting}`;
    }
    case 'machine':
      return what.what;
    case 'network':
      return `network ${weatherName(what.weather) ?? 'disturbed'}`;
    case 'centre':
      return `centre ${what.what}`;
    case 'acquirer':
      return `acquirer ${what.mode}`;
    case 'clock':
      return `clock ${what.jumpMs < 0 ? 'back' : 'forward'} ${farAs(Math.abs(what.jumpMs))}`;
    case 'disk-full':
      return 'disk full';
    case 'power':
      return 'power fails';
    case 'technician':
      return what.miscounts === 0 ? 'technician asked for' : 'technician asked for who counts wrong';
  }
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

const farAs = (ms: number): string => (ms < DAY_MS ? 'some minutes' : ms === DAY_MS ? 'a day' : 'some years');

function duration(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 2 * MINUTE_MS) return `${Math.round(ms / 1_000)} s`;
  return ms < 120 * MINUTE_MS ? `${Math.round(ms / MINUTE_MS)} min` : `${Math.round(ms / 3_600_000)} h`;
}

/** `at device-call 7: card-issuer present answer-lost (done) once, for 40 s` */
export function blowInWords({ on, after, what }: Blow): string {
  const lasts = 'healsAfterMs' in what ? `, for ${duration(what.healsAfterMs)}` : '';
  const off = what.kind === 'power' ? ` for ${duration(what.offMs)}` : '';
  return `at ${on} ${after}: ${strikeName(what)}${lasts}${off}`;
}

function sessionLine({ number, archetype, again, pauseMs, manner, calmAfter }: SessionPlan): string {
  const who = again === null ? 'somebody' : `who came in session ${again}`;
  const ways = [
    mannerName(manner) ?? 'in their own way',
    ...(manner.pays === 'pay' ? [] : [`pays: ${manner.pays}`]),
    ...(manner.takes === 'at-once' ? [] : [`takes: ${manner.takes}`]),
  ];
  const rest = calmAfter ? '; then all is healed and checked' : '';
  return `${number}. after ${duration(pauseMs)} ${who}: ${archetype} (${ways.join(', ')})${rest}`;
}

/** A plan to read: a line for each session, and one for each blow in it. */
export const sentencesOf = ({ sessions }: Pick<Plan, 'sessions'>): readonly string[] =>
  sessions.flatMap((session) => [
    sessionLine(session),
    ...session.blows.map((blow) => `   ${blowInWords(blow)}`),
  ]);
