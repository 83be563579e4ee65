import type { Language } from '../../src/contracts/view.ts';

export interface ScreenPicture {
  /** File name in `docs/pictures`, without its ending. */
  readonly file: string;
  /** Name in the gallery (renderer/gallery/samples.ts). */
  readonly sample: string;
  readonly language: Language;
  readonly elder: boolean;
  readonly lowReach: boolean;
  readonly held: 'portrait' | 'landscape';
}

const upright = (file: string, sample: string, more: Partial<ScreenPicture> = {}): ScreenPicture => ({
  file,
  sample,
  language: 'zh-CN',
  elder: false,
  lowReach: false,
  held: 'portrait',
  ...more,
});

/** The screens shown in the README: one journey, then other looks. */
export const PICTURES: readonly ScreenPicture[] = [
  upright('welcome', 'welcome'),
  upright('home', 'home'),
  upright('present-id-card', 'present-id-card'),
  upright('face', 'face'),
  upright('check-answers', 'check-answers'),
  upright('receipt', 'receipt/apply/sent-waiting-for-office'),
  upright('lost-card', 'choose/what-about-the-lost-card'),
  upright('not-blocked-yet', 'receipt/loss/not-blocked-yet'),
  upright('pay', 'pay'),
  upright('making-card', 'making-card/writing'),
  upright('take-card', 'take-card/new'),
  upright('replaced', 'receipt/replace/on-the-spot'),
  upright('old-card-in', 'present-social-card/acceptor-waiting'),
  upright('records', 'records/payments-offered'),
  upright('progress', 'applications/production'),
  upright('outlets', 'outlets/in-a-region-offered'),
  upright('help', 'help'),
  upright('pin-elder', 'pin', { elder: true }),
  upright('home-low', 'home', { lowReach: true }),
  upright('refusal-english', 'refusal/has-card', { language: 'en' }),
  upright('home-lying', 'home/in-trouble', { held: 'landscape' }),
];
