import type { ResidentField } from '../contracts/resident-field.ts';
import { maskIdentityNumber, maskName } from '../identity/masking.ts';
import { knownCard } from './card-facts.ts';
import type { FlowKit } from './kit.ts';
import type { LossContext } from './loss.ts';
import { formalCharge, type LossOption, lossOptions, lossTermValue, replacementCharge } from './loss-acts.ts';
import type { ScreenBody } from './screen.ts';

/** LOSS-1: each with what it costs, before anything happens. */
export function lossKindBody(kit: FlowKit, context: LossContext): ScreenBody {
  const feeOf = (option: LossOption): number | null => {
    if (option === 'formal') return formalCharge(kit, context.answer)?.total ?? null;
    if (option === 'replace') return replacementCharge(kit, context.answer)?.total ?? null;
    return option === 'undo' ? null : 0;
  };
  return {
    screen: 'choose',
    question: 'what-about-the-lost-card',
    options: lossOptions(kit, context).map((value) => ({
      value,
      label: null,
      note: null,
      feeFen: feeOf(value),
    })),
    chosen: context.term ? lossTermValue(context.term) : context.kind,
  };
}

/** LOSS-2: the days are the pack's; `note` carries them for the sentence. */
export function lossTermBody(kit: FlowKit, { term }: LossContext): ScreenBody {
  return {
    screen: 'choose',
    question: 'loss-term',
    options: kit.policy.loss.temporaryTerms.map((one) => ({
      value: lossTermValue(one),
      label: null,
      note: one.kind === 'days' ? String(one.days) : null,
      feeFen: null,
    })),
    chosen: term && lossTermValue(term),
  };
}

/** LOSS-3, LOSS-4: what it does and what it costs, before it is asked for. */
export const formalNoticeBody = (kit: FlowKit, { answer }: LossContext): ScreenBody => ({
  screen: 'notice',
  what: 'formal-loss',
  facts: {
    feeFen: String(formalCharge(kit, answer)?.total ?? 0),
    cardNumberMasked: knownCard(answer).cardNumberMasked,
  },
});

export function lossAnswersBody(kit: FlowKit, context: LossContext): ScreenBody {
  const { identity, kind, term, answer } = context;
  const known = (field: ResidentField, value: string) => ({ field, value, fromChip: true, change: false });
  const answered = (field: ResidentField, value: string) => ({
    field,
    value,
    fromChip: false,
    change: false,
  });
  const card = answer ? [known('card-number', knownCard(answer).cardNumberMasked)] : [];
  return {
    screen: 'check-answers',
    lines: [
      known('name', maskName(identity.name)),
      known('document-number', maskIdentityNumber(identity.number)),
      ...card,
      answered('loss-kind', kind ?? ''),
      ...(kind === 'temporary' && term ? [answered('loss-term', lossTermValue(term))] : []),
    ],
    feeFen: kind === 'formal' ? (formalCharge(kit, answer)?.total ?? 0) : 0,
    queued: answer === null,
  };
}
