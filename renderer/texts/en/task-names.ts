import type { Catalogue } from '../catalogue.ts';

export const taskNames: Catalogue['taskNames'] = {
  'load-cards': { name: 'Load blank cards', line: 'Two people count' },
  'count-stack': { name: 'Count the stack', line: 'Take out, count, put back' },
  'empty-retain-bin': { name: 'Empty the retain bin', line: 'Residents’ cards, into a sealed bag' },
  'empty-reject-bin': { name: 'Empty the reject bin', line: 'Rejects and cards nobody took' },
  'settle-unknown': { name: 'Settle an unknown', line: 'Look where the card is' },
  'change-paper': { name: 'Change the paper', line: 'With a test print' },
  'replace-device': { name: 'Replace a device', line: 'Old one out, new one in' },
  'test-device': { name: 'Test a device', line: 'Each on its own' },
  'export-logs': { name: 'Export the logs', line: 'To a stick, enciphered' },
  'set-clock': { name: 'Set the clock', line: 'Compare it with the centre' },
  'set-network': { name: 'Set the network', line: 'Address, gateway, name server' },
  'set-screen': { name: 'Check the screen', line: 'Touch test, low reach' },
  'close-service': { name: 'Close a service', line: 'With a reason; or open it' },
  'restart-core': { name: 'Restart the software', line: 'About half a minute' },
  'restart-machine': { name: 'Restart the machine', line: 'About three minutes' },
  enrol: { name: 'Enrol this kiosk', line: 'With a code from the centre' },
  decommission: { name: 'Decommission', line: 'Destroys keys and data for good' },
  'unlock-technician': { name: 'Unlock a technician', line: 'Supervisors only' },
};
