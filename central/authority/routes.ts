import {
  cardStatusAnswer,
  cardStatusRequest,
  eligibilityAnswer,
  eligibilityRequest,
  photoOnFileAnswer,
  photoOnFileRequest,
  residentCardAnswer,
  residentCardRequest,
} from '../../src/contracts/central/queries.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import type { CardAuthority } from './card-authority.ts';

/** Questions about residents and cards. POST, so that no number ever stands in an address or an access log. */
export function authorityRoutes(app: CentralApp, { queries }: Foundations, authority: CardAuthority): void {
  app.post(
    '/v1/residents/eligibility',
    {
      schema: {
        summary: 'May this person apply for a card (APPLY-1, APPLY-2)',
        body: eligibilityRequest,
        response: { 200: eligibilityAnswer },
      },
    },
    (request) => authority.eligibility(queries, request.body.identity),
  );
  app.post(
    '/v1/residents/photo-on-file',
    {
      schema: {
        summary: "The authority's photo of a person (APPLY-4)",
        body: photoOnFileRequest,
        response: { 200: photoOnFileAnswer },
      },
    },
    async (request) => ({
      jpegBase64: await authority.photoOnFile(queries, request.body.socialSecurityNumber),
    }),
  );
  app.post(
    '/v1/residents/card',
    {
      schema: {
        summary: 'The card that counts for a person (LOSS, REPL, SWAP, EXCH)',
        body: residentCardRequest,
        response: { 200: residentCardAnswer },
      },
    },
    (request) => authority.residentCard(queries, request.body.socialSecurityNumber),
  );
  app.post(
    '/v1/cards/status',
    {
      schema: {
        summary: 'State of a card for the one who presents it (ACT-2, ID-9, ID-10)',
        body: cardStatusRequest,
        response: { 200: cardStatusAnswer },
      },
    },
    (request) => authority.cardStatus(queries, request.body),
  );
}
