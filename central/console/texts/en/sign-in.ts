import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  about:
    'Configuration, rollouts, alarms and requests of every kiosk in the province. Every act is recorded.',
  title: 'Sign in',
  login: 'User name',
  password: 'Password',
  code: 'One-time code',
  codeHint: 'the 6 digits of your authenticator',
  enter: 'Sign in',
  organisation: 'Sign in with your organisation',
  or: 'or',
  invitation: 'I have an invitation',
  back: 'Back to sign-in',
  refused: 'User name, password or code is wrong. Each wrong try makes the next wait longer.',
  wait: (seconds) => `Too many wrong tries: try again in ${seconds} s.`,
  needed: 'Fill this in',
  invite: {
    title: 'Set up your account',
    invitation: 'Invitation',
    newPassword: (least) => `Choose a password (at least ${least} characters)`,
    repeat: 'Once more',
    differ: 'The two are not the same',
    short: (least) => `At least ${least} characters`,
    next: 'Next',
    scan: 'Scan the code with your authenticator, then type the 6 digits it shows.',
    secret: 'Where you cannot scan, type this secret:',
    done: 'Your account is ready: sign in.',
    invalid: 'This invitation is not valid or is over: ask an administrator for a new one.',
    weak: 'This password is too common or too short: choose another.',
    codeWrong: 'The code is wrong: wait for the next one.',
  },
};
