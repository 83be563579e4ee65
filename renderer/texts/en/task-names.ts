import type { Catalogue } from '../catalogue.ts';

export const taskNames: Catalogue['taskNames'] = {
  'load-cards': { name: 'Load blank cards', line: 'Two people count' },
  'count-stack': { name: 'Count the stack', line: 'Two people, recount' },
  'empty-retain-bin': { name: 'Empty the retain bin', line: 'Two people, sealed bag' },
  'empty-reject-bin': { name: 'Empty the reject bin', line: 'Two people, sealed bag' },
  'settle-unknown': { name: 'Settle an unknown', line: 'Look for the card' },
  'change-paper': { name: 'Change the paper', line: 'With a test print' },
  'replace-device': { name: 'Replace a device', line: 'Old out, new in' },
  'test-device': { name: 'Test a device', line: 'Each on its own' },
  'export-logs': { name: 'Export the logs', line: 'To a stick, encrypted' },
  'set-clock': { name: 'Set the clock', line: 'Compare and set' },
  'set-network': { name: 'Set the network', line: 'Address and gateway' },
  'set-screen': { name: 'Check the screen', line: 'Touch, low reach' },
  'close-service': { name: 'Close a service', line: 'Or open it again' },
  'restart-core': { name: 'Restart the software', line: 'Some seconds' },
  'restart-machine': { name: 'Restart the machine', line: 'Three minutes' },
  enrol: { name: 'Enrol this kiosk', line: 'Two people, a code' },
  decommission: { name: 'Decommission', line: 'Two people, for good' },
  'unlock-technician': { name: 'Unlock a technician', line: 'Supervisors only' },
};
