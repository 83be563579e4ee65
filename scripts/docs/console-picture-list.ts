import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';

/** Addresses of what is on the made-up desk. */
export interface ShownDesk {
  readonly draft: string;
  readonly inReview: string;
  readonly approved: string;
  readonly rollout: string;
  /** A kiosk that went back by itself, and one whose blanks run out. */
  readonly returned: string;
  readonly low: string;
  readonly unknownAct: string;
  readonly refundDeclined: string;
  /** Of a receipt. */
  readonly reference: string;
}

export interface ConsolePicture {
  /** File name in `docs/pictures`, without its ending. */
  readonly file: string;
  /** Whoever would look at it, by login; null: nobody is signed in yet. */
  readonly login: string | null;
  /** After `#/`. */
  readonly path: (shown: ShownDesk) => string;
  /** Words on the page to click on, one after the other. */
  readonly touch: readonly string[];
}

const page = (
  file: string,
  login: string | null,
  path: string | ConsolePicture['path'],
  ...touch: string[]
): ConsolePicture => ({
  file: `console-${file}`,
  login,
  path: typeof path === 'string' ? () => path : path,
  touch,
});

/** The pictures of the operators' handbook, in its order. */
export const CONSOLE_PICTURES: readonly ConsolePicture[] = [
  page('sign-in', null, ''),
  page('invitation', null, '', '我有邀请码'),
  page('overview', 'editor', 'overview'),
  page('kiosks', 'editor', 'kiosks'),
  page('kiosk', 'editor', ({ returned }) => `kiosks/${returned}`),
  page('kiosk-configuration', 'editor', ({ returned }) => `kiosks/${returned}?tab=configuration`),
  page('kiosk-supplies', 'editor', ({ low }) => `kiosks/${low}?tab=supplies`),
  page('kiosk-revoke', 'editor', ({ returned }) => `kiosks/${returned}`, '吊销'),
  page('alarms', 'editor', 'alarms'),
  page('releases', 'editor', 'releases'),
  page('release-draft', 'editor', ({ draft }) => `releases/${draft}`),
  page('release-edit', 'editor', ({ draft }) => `releases/${draft}/edit/policy-pack/${DEFAULT_PACK}`),
  page('release-review', 'approver', ({ inReview }) => `releases/${inReview}`),
  page('release-replay', 'approver', ({ inReview }) => `releases/${inReview}`, '开始试算'),
  page('release-approve', 'approver', ({ inReview }) => `releases/${inReview}`, '复核'),
  page('release-sign', 'signer', ({ approved }) => `releases/${approved}/sign`),
  page('rollouts', 'approver', 'rollouts'),
  page('rollout-plan', 'approver', 'rollouts/new'),
  page('rollout', 'approver', ({ rollout }) => `rollouts/${rollout}`),
  page('rollout-return', 'approver', ({ rollout }) => `rollouts/${rollout}`, '全部退回'),
  page('closures', 'approver', 'closures', '停办一项业务'),
  page('work', 'editor', 'work'),
  page('work-decide', 'editor', ({ unknownAct }) => `work/${unknownAct}`),
  page('work-confirm', 'approver', ({ refundDeclined }) => `work/${refundDeclined}`),
  page('transaction', 'editor', ({ reference }) => `transactions?reference=${reference}`),
  page('kept-cards', 'editor', 'keptCards'),
  page('enrolment', 'editor', 'enrolment', '领取入网码'),
  page('figures', 'editor', 'figures'),
  page('operators', 'administrator', 'operators'),
  page('operators-invite', 'administrator', 'operators', '邀请人员'),
  page('acts', 'administrator', 'acts'),
  page('trust', 'signer', 'trust'),
];
