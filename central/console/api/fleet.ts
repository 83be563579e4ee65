import type { z } from 'zod';
import {
  type AlarmsQuery,
  type alarmAcknowledgement,
  alarmsAnswer,
} from '../../../src/contracts/console/alarms.ts';
import {
  fleetWords,
  isDone,
  type KioskChange,
  type KiosksQuery,
  kioskAnswer,
  kiosksAnswer,
} from '../../../src/contracts/console/fleet.ts';
import { fleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { type KeptCardsQuery, keptCardsAnswer } from '../../../src/contracts/console/kept-cards.ts';
import {
  type CodesRequest,
  codesAnswer,
  type MintedCodesQuery,
  mintedCodesAnswer,
} from '../../../src/contracts/console/kiosk-codes.ts';
import type { ConsoleClient, Reader } from './console-client.ts';

const kioskPath = (kioskId: string) => `/fleet/kiosks/${encodeURIComponent(kioskId)}`;

/** What can be looked at of the fleet. */
export const fleet = (reader: Reader) => ({
  summary: () => reader.get('/fleet/summary', fleetSummary),
  words: () => reader.get('/fleet/words', fleetWords),
  kiosks: (query: Partial<KiosksQuery>) => reader.get('/fleet/kiosks', kiosksAnswer, query),
  kiosk: (kioskId: string) => reader.get(kioskPath(kioskId), kioskAnswer),
  alarms: (query: Partial<AlarmsQuery>) => reader.get('/fleet/alarms', alarmsAnswer, query),
  keptCards: (query: Partial<KeptCardsQuery>) => reader.get('/fleet/kept-cards', keptCardsAnswer, query),
  codes: (query: Partial<MintedCodesQuery>) => reader.get('/fleet/enrolment-codes', mintedCodesAnswer, query),
});

/** What operators do with kiosks. */
export const fleetActs = (client: ConsoleClient) => ({
  change: (kioskId: string, change: KioskChange) => client.put(kioskPath(kioskId), isDone, change),
  revoke: (kioskId: string, reason: string) =>
    client.post(`${kioskPath(kioskId)}/revocation`, isDone, { reason }),
  giveUp: (kioskId: string, reason: string) =>
    client.post(`${kioskPath(kioskId)}/giving-up`, isDone, { reason }),
  confirmGivingUp: (kioskId: string) =>
    client.post(`${kioskPath(kioskId)}/giving-up/confirmation`, isDone, {}),
  withdrawGivingUp: (kioskId: string) =>
    client.post(`${kioskPath(kioskId)}/giving-up/withdrawal`, isDone, {}),
  acknowledge: (alarm: z.infer<typeof alarmAcknowledgement>) =>
    client.post('/fleet/alarms/acknowledgements', isDone, alarm),
  mintCodes: (request: CodesRequest) => client.post('/fleet/enrolment-codes', codesAnswer, request),
});
