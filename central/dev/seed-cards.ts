import { addDays, addWorkingDays, type CalendarDay } from '../../src/calendar/calendar-day.ts';
import { generationOf } from '../../src/card/generation.ts';
import type { FictitiousCard, FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { pinVerifier } from '../bank/reference-bank.ts';
import type { Queries } from '../database/tables.ts';
import type { KeyedDigest } from '../secrets.ts';

/** A pending application was accepted this many days before. */
const PENDING_SINCE_DAYS = 7;
const READY_WITHIN_WORKING_DAYS = 30;
const OUTLET = 'counter';

/** The card in a resident's hand, its account, and the electronic card that follows it. */
export async function seedCard(
  queries: Queries,
  digest: KeyedDigest,
  owner: FictitiousResident,
  card: FictitiousCard,
  today: CalendarDay,
): Promise<void> {
  const waiting = card.socialSecurity === 'awaiting-collection';
  await queries
    .insertInto('card')
    .values({
      ordinal: 0,
      card_serial: card.cardNumber,
      social_security_number: owner.socialSecurityNumber,
      card_id: card.cardId,
      card_number: card.cardNumber,
      account_number: card.accountNumber,
      social_security_state: card.socialSecurity,
      application_number: null,
      generation: generationOf(card.specVersion) ?? 3,
      issued_on: card.issuedOn,
      expires_on: card.expiresOn,
      lost_until: owner.file.lostUntil,
      awaiting_since: waiting ? today : null,
      place: waiting ? OUTLET : null,
      request_key: null,
    })
    .execute();
  await queries
    .insertInto('electronic_card')
    .values({
      social_security_number: owner.socialSecurityNumber,
      card_serial: card.cardNumber,
      state: card.socialSecurity,
    })
    .execute();
  await queries
    .insertInto('bank_account')
    .values({
      account_number: card.accountNumber,
      social_security_number: owner.socialSecurityNumber,
      birth_date: owner.document.birthDate,
      mobile: owner.mobile,
      initial_pin_verifier: pinVerifier(digest, card.accountNumber, card.initialPin),
      pin_verifier: null,
      financial_state: card.financial,
      balance_sms: 0,
    })
    .execute();
}

/** An application that is under way, and the card it will become (PROG-1). `ordinal` makes its number. */
export async function seedPendingApplication(
  queries: Queries,
  today: CalendarDay,
  resident: FictitiousResident,
  ordinal: number,
): Promise<void> {
  const acceptedOn = addDays(today, -PENDING_SINCE_DAYS);
  const applicationNumber = `SQ${acceptedOn.replaceAll('-', '')}-${String(ordinal).padStart(8, '0')}`;
  const { socialSecurityNumber, file } = resident;
  const ready = file.progress.step === 'ready';
  const accepted = {
    social_security_number: socialSecurityNumber,
    receipt_reference: 'YKT-EARLIER',
    kiosk_id: null,
    accepted_at: `${acceptedOn}T02:00:00.000Z`,
    ready_by: addWorkingDays(acceptedOn, READY_WITHIN_WORKING_DAYS),
    collection_outlet: OUTLET,
  };
  await queries
    .insertInto('application')
    .values({
      ...accepted,
      application_number: applicationNumber,
      mobile: resident.mobile,
      mobile_confirmed: 1,
      occupation: '',
      residential_address: resident.document.address,
      photo_source: 'authority-file',
      photo_base64: null,
      face_evidence: '{}',
      state: 'accepted',
    })
    .execute();
  await queries
    .insertInto('card_request')
    .values({
      ...accepted,
      request_key: `seeded:${resident.id}`,
      request_number: applicationNumber,
      purpose: 'application',
      issue: 'at-outlet',
      priority: 0,
      account_choice: 'new',
      exchange_reason: null,
      old_card_serial: null,
      card_serial: applicationNumber,
      order_key: null,
      step: file.progress.step,
      failure: file.progress.failure,
      bound_at: null,
      switched_at: null,
      state: 'open',
    })
    .execute();
  const state = ready ? 'awaiting-collection' : 'in-production';
  await queries
    .insertInto('card')
    .values({
      ordinal: 0,
      card_serial: applicationNumber,
      social_security_number: socialSecurityNumber,
      card_id: null,
      card_number: null,
      account_number: null,
      social_security_state: state,
      application_number: applicationNumber,
      generation: 3,
      issued_on: null,
      expires_on: null,
      lost_until: null,
      awaiting_since: ready ? today : null,
      place: ready ? OUTLET : null,
      request_key: `seeded:${resident.id}`,
    })
    .execute();
  await queries
    .insertInto('electronic_card')
    .values({ social_security_number: socialSecurityNumber, card_serial: applicationNumber, state })
    .execute();
}

/** Replacements of this month that are over and done (REPL-8). */
export async function seedEarlierReplacements(
  queries: Queries,
  today: CalendarDay,
  resident: FictitiousResident,
): Promise<void> {
  for (let nth = 1; nth <= resident.file.replacementsThisMonth; nth += 1) {
    const number = `BK${today.replaceAll('-', '')}-${resident.mobile.slice(-7)}${nth}`;
    await queries
      .insertInto('card_request')
      .values({
        request_key: `seeded:${resident.id}:${nth}`,
        request_number: number,
        purpose: 'replacement',
        social_security_number: resident.socialSecurityNumber,
        receipt_reference: 'YKT-EARLIER',
        kiosk_id: null,
        accepted_at: `${today}T00:00:00.000Z`,
        ready_by: today,
        collection_outlet: OUTLET,
        issue: 'at-outlet',
        priority: 0,
        account_choice: 'same',
        exchange_reason: null,
        old_card_serial: null,
        card_serial: number,
        order_key: null,
        step: 'ready',
        failure: null,
        bound_at: null,
        switched_at: null,
        state: 'delivered',
      })
      .execute();
  }
}
