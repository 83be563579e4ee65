import type { z } from 'zod';
import {
  done,
  type invitationAcceptance,
  invitationSeen,
  type passwordChange,
  signedIn,
  signInOffer,
  type signInRequest,
} from '../../../src/contracts/console/access.ts';
import type { ConsoleClient } from './console-client.ts';

/** Sign-in and out, and what an invitation opens. */
export const sessionApi = (client: ConsoleClient) => ({
  offer: () => client.get('/sign-in', signInOffer),
  me: () => client.get('/me', signedIn),
  signIn: (request: z.infer<typeof signInRequest>) => client.post('/sign-in', signedIn, request),
  changePassword: (change: z.infer<typeof passwordChange>) => client.put('/me/password', done, change),
  signOut: () => client.post('/sign-out', done, {}),
  lookAtInvitation: (invitation: string) => client.post('/invitations/looks', invitationSeen, { invitation }),
  acceptInvitation: (acceptance: z.infer<typeof invitationAcceptance>) =>
    client.post('/invitations/acceptances', signedIn, acceptance),
});
