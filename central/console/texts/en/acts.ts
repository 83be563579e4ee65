import type { Catalogue } from '../catalogue.ts';

export const acts: Catalogue['acts'] = {
  at: 'When',
  who: 'Who',
  act: 'What',
  subject: 'On what',
  detail: 'Detail',
  system: 'system',
  older: 'Show older ones',
  whole: (count) => `${count} lines carry on one another: nothing was changed.`,
  broken: (at) => `Line ${at} does not carry on the one before: the record may have been changed. Report it.`,
  check: 'Check the record',
  empty: 'Nothing was done yet.',
};
export const trust: Catalogue['trust'] = {
  none: 'The centre was given no root of trust: nothing can be signed. It is given one with --root.',
  version: (version) => `Root of trust, version ${version}`,
  issued: 'Issued',
  expires: 'Good until',
  add: 'Bring the next root',
  addText:
    'The centre checks that enough old and new root keys have signed, and that it follows the present one. It cannot be taken back; every kiosk follows.',
  added: 'The root of trust is exchanged',
  notRoot: 'This is no signed root of trust.',
  over: 'It is over: bring the next root before anything new is signed.',
  role: 'What is signed',
  threshold: (needed, of) => `${needed} of ${of}`,
  offices: 'Who may sign',
  roles: {
    root: 'who may sign (root of trust)',
    policy: 'policy packs',
    configuration: 'other configuration',
    director: 'which kiosk runs what (the centre)',
    certificates: 'kiosks’ certificates (the centre)',
  },
};
