import { dayInShanghai } from '../calendar/calendar-day.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { Language } from '../contracts/view.ts';
import { ethnicGroupName } from '../identity/ethnic-groups.ts';
import { maskAddress, maskIdentityNumber, maskMobile, maskName } from '../identity/masking.ts';
import { feeOn } from '../policy/fee.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { ApplyContext } from './apply-setup.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

/** What the chip said, read-only (APPLY-3). Codes are put into words by the screen's catalogue. */
export function detailsBody({ identity }: ApplyContext, { language }: ViewEnvironment): ScreenBody {
  const rows: { field: ResidentField; value: string }[] = [
    { field: 'name', value: identity.name || (identity.foreignName ?? '') },
    { field: 'sex', value: identity.sex ?? '' },
    { field: 'ethnic-group', value: ethnicGroup(identity.ethnicGroup, language) },
    { field: 'birth-date', value: identity.birthDate },
    { field: 'country', value: identity.nationality ?? 'CHN' },
    { field: 'document-kind', value: identity.kind },
    { field: 'document-number', value: maskIdentityNumber(identity.number) },
    { field: 'document-validity', value: `${identity.validFrom}/${identity.validTo ?? ''}` },
    { field: 'chip-address', value: identity.address },
  ];
  return { screen: 'details', rows: rows.filter(({ value }) => value !== '') };
}

function ethnicGroup(code: string | null, language: Language): string {
  const group = code === null ? null : ethnicGroupName(code);
  return group ? inLanguage(group, language) : '';
}

export const occupationBody = (context: ApplyContext, { kit, language }: ViewEnvironment): ScreenBody => ({
  screen: 'occupation',
  options: kit.policy.application.occupations.map(({ code, name }) => ({
    value: code,
    label: inLanguage(name, language),
  })),
  chosen: context.occupation,
});

export const addressBody = (context: ApplyContext): ScreenBody => ({
  screen: 'address',
  chipAddress: context.identity.address,
  chosen: context.address,
});

export const placesBody = (context: ApplyContext, { kit }: ViewEnvironment): ScreenBody => ({
  screen: 'collection-place',
  places: kit.policy.application.collectionOutlets,
  chosen: context.outlet,
});

/** Check your answers: each line with a way to change it, but what the chip says (experience.md). */
export function answersBody(context: ApplyContext, { kit, language }: ViewEnvironment): ScreenBody {
  const { application } = kit.policy;
  const occupation = application.occupations.find(({ code }) => code === context.occupation);
  const outlet = application.collectionOutlets.find(({ id }) => id === context.outlet);
  const chip = (field: ResidentField, value: string) => ({ field, value, fromChip: true, change: false });
  const answer = (field: ResidentField, value: string) => ({ field, value, fromChip: false, change: true });
  return {
    screen: 'check-answers',
    lines: [
      chip('name', maskName(context.identity.name)),
      chip('document-number', maskIdentityNumber(context.identity.number)),
      answer('mobile', context.mobile ? maskMobile(context.mobile.mobile) : ''),
      answer('occupation', occupation ? inLanguage(occupation.name, language) : ''),
      answer('residential-address', maskAddress(context.address ?? '')),
      ...(context.getIt === 'now'
        ? [answer('how-to-get-it', 'now')]
        : [answer('collection-place', outlet?.name ?? '')]),
      answer('photo', context.photo?.source ?? ''),
    ],
    feeFen: feeOn(application.fee, dayInShanghai(kit.clock.now())) ?? 0,
    queued: !kit.linkUp(),
  };
}
