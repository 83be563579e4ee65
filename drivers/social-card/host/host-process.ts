import { parentPort } from '../parent-port.ts';
import type { HostMessage } from './messages.ts';
import { endWithParent } from './parent-watch.ts';

/** Entry of the PC/SC host process. The watch comes first: loading the binding's module may already block. */
endWithParent();
const port = parentPort<HostMessage>();
const { servePcsc } = await import('./pcsc-service.ts');
servePcsc(port);
