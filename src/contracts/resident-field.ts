/** Fields a resident sees on details and check-answers screens (APPLY-3, ACT-*). */
export const RESIDENT_FIELDS = [
  'name',
  'sex',
  'ethnic-group',
  'birth-date',
  'country',
  'document-kind',
  'document-number',
  'document-validity',
  'chip-address',
  'mobile',
  'occupation',
  'residential-address',
  'collection-place',
  'photo',
  'card-number',
  'account-number',
  'pin',
  'balance-sms',
] as const;
export type ResidentField = (typeof RESIDENT_FIELDS)[number];
