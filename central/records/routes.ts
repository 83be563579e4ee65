import {
  contactDataAnswer,
  contactDataRequest,
  contributionRecordsAnswer,
  contributionRecordsRequest,
  insuranceRecordsAnswer,
  insuranceRecordsRequest,
  residentApplicationsAnswer,
  residentApplicationsRequest,
} from '../../src/contracts/central/queries.ts';
import type { AuthorityPolicy } from '../authority/reference-policy.ts';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { contactDataOf } from './contact-data.ts';
import type { OwnRecords } from './own-records.ts';
import { applicationsOf } from './progress.ts';

/** What a person may see of their own. POST, so that no number ever stands in an address or an access log. */
export function recordRoutes(
  app: CentralApp,
  foundations: Pick<Foundations, 'queries' | 'clock'>,
  records: OwnRecords,
  policy: Pick<AuthorityPolicy, 'collectWithinDays'>,
): void {
  const { queries } = foundations;
  app.post(
    '/v1/residents/insurance-records',
    {
      schema: {
        summary: 'Insurance of one type and year (REC-1)',
        body: insuranceRecordsRequest,
        response: { 200: insuranceRecordsAnswer },
      },
    },
    (request) => records.insurance(queries, request.body),
  );
  app.post(
    '/v1/residents/contribution-records',
    {
      schema: {
        summary: 'Contributions of one type and year, month by month (REC-1)',
        body: contributionRecordsRequest,
        response: { 200: contributionRecordsAnswer },
      },
    },
    (request) => records.contributions(queries, request.body),
  );
  app.post(
    '/v1/residents/applications',
    {
      schema: {
        summary: 'How far the cards are that a person is owed (PROG-1, PROG-2)',
        body: residentApplicationsRequest,
        response: { 200: residentApplicationsAnswer },
      },
    },
    (request) => applicationsOf(foundations, policy, queries, request.body.socialSecurityNumber),
  );
  app.post(
    '/v1/residents/contact-data',
    {
      schema: {
        summary: 'Contact data on file, masked (INFO-1)',
        body: contactDataRequest,
        response: { 200: contactDataAnswer },
      },
    },
    (request) => contactDataOf(queries, request.body.socialSecurityNumber),
  );
}
