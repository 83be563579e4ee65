import { z } from 'zod';
import {
  configurationAnswer,
  configurationPoll,
  documentAnswer,
} from '../../src/contracts/configuration/poll.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RolloutDesk } from '../rollouts/rollout-desk.ts';
import type { CentreKeys } from './centre-keys.ts';
import { documentFor } from './documents.ts';
import { hearing } from './hearing.ts';
import type { OrderDesk } from './orders.ts';
import { answerPolls } from './polls.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface DirectorParts {
  readonly foundations: Foundations;
  /** null: this service was given none, and hands nothing out. */
  readonly keys: CentreKeys | null;
  readonly rollouts: Pick<RolloutDesk, 'join' | 'heard'>;
  readonly orders: OrderDesk;
}

/** Hands out what each kiosk runs. It decides nothing: rollouts and closures do. */
export interface Director {
  /** POST /v1/configuration/polls and GET /v1/configuration/documents/{sha256} */
  addRoutes(app: CentralApp): void;
  /** Polls that are held open now. */
  waiting(): number;
  /** Sends every waiting kiosk away, each to come back at a moment of its own. Before the server closes. */
  close(): Promise<void>;
}

const documentParams = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const YEAR_SECONDS = 31_536_000;
/** Text whose address is its own digest never changes; what was sealed is for one reader and kept by nobody. */
const CACHED = { plain: `private, max-age=${YEAR_SECONDS}, immutable`, sealed: 'no-store' } as const;

export function director({ foundations, keys, rollouts, orders }: DirectorParts): Director {
  const room = new WaitingRoom(foundations.changes);
  const hear = hearing({ foundations, rollouts, orders });
  const answer = keys && answerPolls({ foundations, keys, hear, room });
  return {
    waiting: () => room.size,
    close: () => room.close(),
    addRoutes: (app) => {
      app.post(
        '/v1/configuration/polls',
        {
          config: { withoutCards: true, cacheControl: () => 'no-store' },
          schema: {
            summary: 'What this kiosk is to run; held open while there is nothing new',
            body: configurationPoll,
            response: { 200: configurationAnswer },
          },
        },
        async ({ kioskId, body, connection }) => {
          if (answer === null) throw new HttpProblem('no-root');
          return answer(kioskId, body, connection);
        },
      );
      app.get(
        '/v1/configuration/documents/:sha256',
        {
          config: { withoutCards: true, cacheControl: ({ form }) => CACHED[form] },
          schema: {
            summary: "A document of this kiosk's assignment: the signed text, or sealed for this kiosk",
            params: documentParams,
            response: { 200: documentAnswer },
          },
        },
        async ({ kioskId, params }) => {
          const document = await documentFor(foundations.queries, kioskId, params.sha256);
          if (!document.ok) throw new HttpProblem(document.error);
          return document.value;
        },
      );
    },
  };
}
