import { checkAssignment } from '../../../src/configuration/check-assignment.ts';
import { rootStands } from '../../../src/configuration/follow-roots.ts';
import type { Assignment } from '../../../src/contracts/configuration/assignment.ts';
import type { SignedStatement, TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import { trustedNow, type UpdaterOptions } from './updater-options.ts';

/**
 * Checks what the director says now, and keeps it: from then on nothing older is listened to. Emergency off and
 * revocations take effect at once, whether or not its documents can be run.
 */
export async function takeInAssignment(
  options: UpdaterOptions,
  root: TrustRoot,
  statement: SignedStatement,
): Promise<ConfigurationTrouble | null> {
  const { configuration, identity, transaction } = options.store;
  const now = trustedNow(options);
  if (!rootStands(root, now)) return 'root-expired';
  const newest = configuration.assignments.newest();
  const kioskId = identity.load().kioskId ?? '';
  const checked = await checkAssignment(statement, { root, kioskId, newest, now });
  if (!checked.ok) return checked.error;
  const text = JSON.stringify(statement);
  if (newest?.statement === text && newest.version > 0) return null;
  const before = { closed: newest?.closedServices ?? [], revoked: newest?.revokedKiosks ?? [] };
  const changed = transaction(() => {
    configuration.assignments.takeIn(checked.value, text);
    return noteClosures(options, before, checked.value, kioskId);
  });
  if (changed) options.onClosures();
  return null;
}

function noteClosures(
  { store: { audit } }: UpdaterOptions,
  before: { readonly closed: Assignment['closedServices']; readonly revoked: readonly string[] },
  { closedServices, revokedKiosks }: Assignment,
  kioskId: string,
): boolean {
  const isIn = (list: Assignment['closedServices'], service: string) =>
    list.some((one) => one.service === service);
  const closed = closedServices.filter(({ service }) => !isIn(before.closed, service));
  const opened = before.closed.filter(({ service }) => !isIn(closedServices, service));
  for (const { service } of closed) audit.record('service-closed-by-centre', { service, open: false });
  for (const { service } of opened) audit.record('service-closed-by-centre', { service, open: true });
  if (revokedKiosks.includes(kioskId) && !before.revoked.includes(kioskId)) audit.record('kiosk-revoked', {});
  return closed.length + opened.length > 0 || revokedKiosks.join() !== before.revoked.join();
}
