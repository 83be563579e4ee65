import type { z } from 'zod';
import {
  type CloseServiceRequest,
  closureList,
  type ServiceClosure,
  serviceClosure,
} from '../../../src/contracts/console/closures.ts';
import {
  type advanceRequest,
  memberList,
  type memberQuery,
  type newRollout,
  rolloutAnswer,
  rolloutDetail,
  rolloutList,
  rolloutPreviewAnswer,
  type rolloutQuery,
} from '../../../src/contracts/console/rollouts.ts';
import type { ConsoleClient, Reader } from './console-client.ts';

const path = (rolloutId: string) => `/rollouts/${encodeURIComponent(rolloutId)}`;

/** What can be looked at of rollouts and closed services. */
export const rolloutReading = (reader: Reader) => ({
  list: (query: Partial<z.infer<typeof rolloutQuery>>) => reader.get('/rollouts', rolloutList, query),
  rollout: (rolloutId: string) => reader.get(path(rolloutId), rolloutDetail),
  members: (rolloutId: string, query: Partial<z.infer<typeof memberQuery>>) =>
    reader.get(`${path(rolloutId)}/members`, memberList, query),
  closures: () => reader.get('/closures', closureList),
});

/** What operators do with one rollout. */
export const rolloutActs = (client: ConsoleClient, rolloutId: string) => {
  const at = path(rolloutId);
  return {
    start: () => client.post(`${at}/start`, rolloutAnswer, {}),
    resume: () => client.post(`${at}/resume`, rolloutAnswer, {}),
    pause: (reason: string) => client.post(`${at}/pause`, rolloutAnswer, { reason }),
    stop: (reason: string) => client.post(`${at}/stop`, rolloutAnswer, { reason }),
    turnBack: (reason: string) => client.post(`${at}/return`, rolloutAnswer, { reason }),
    advance: (request: z.infer<typeof advanceRequest>) =>
      client.post(`${at}/advance`, rolloutAnswer, request),
  };
};

/** Who would be in which wave; nothing is made. */
export const previewRollout = (client: ConsoleClient, rollout: z.infer<typeof newRollout>) =>
  client.post('/rollouts/preview', rolloutPreviewAnswer, rollout);

/** Makes the rollout that a preview showed. */
export const createRollout = (client: ConsoleClient, rollout: z.infer<typeof newRollout>) =>
  client.post('/rollouts', rolloutAnswer, rollout);

/** Emergency off, and its end. */
export const closureActs = (client: ConsoleClient) => ({
  close: (request: CloseServiceRequest) => client.post('/closures', serviceClosure, request),
  open: ({ closureId }: ServiceClosure) =>
    client.post(`/closures/${encodeURIComponent(closureId)}/openings`, serviceClosure, {}),
});
