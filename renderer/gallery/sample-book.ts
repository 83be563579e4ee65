import { type Screen, type View, type ViewOf, view as viewSchema } from '../../src/contracts/view.ts';
import { CHROME } from './sample-parts.ts';

type Own<S extends Screen> = Omit<ViewOf<S>, keyof typeof CHROME | 'screen'>;
export type Around = Partial<Pick<View, keyof typeof CHROME>>;

/** Every screen with every variant, by name `screen` or `screen/variant`. */
export const SAMPLES = new Map<string, View>();

/** Puts a sample in, checked by the contract. */
export function add<S extends Screen>(
  screen: S,
  variant: string,
  can: View['can'],
  own: Own<S>,
  around: Around = {},
): void {
  const journey = { can: [...CHROME.can, 'back', 'cancel', ...can], ...around };
  const parsed = viewSchema.parse({ ...CHROME, ...journey, ...own, screen });
  SAMPLES.set(variant === '' ? screen : `${screen}/${variant}`, parsed);
}

export const alone = (can: View['can']): Around => ({ can: [...CHROME.can, ...can] });
export const inApply = (step: number): Around => ({ service: 'apply', progress: { step, of: 8 } });
export const inActivate = (step: number): Around => ({ service: 'activate', progress: { step, of: 6 } });
