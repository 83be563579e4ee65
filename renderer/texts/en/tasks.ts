import type { TaskCatalogue } from '../task-words.ts';
import { cardTasks } from './tasks-cards.ts';
import { cardReasons, taskCodes } from './tasks-codes.ts';
import { deviceTasks } from './tasks-devices.ts';
import { taskFrame } from './tasks-frame.ts';
import { systemTasks } from './tasks-system.ts';
import { taskFacts, taskValues } from './tasks-values.ts';

/** Everything a technician reads while a task leads them. */
export const tasks: TaskCatalogue = {
  frame: taskFrame,
  tasks: { ...cardTasks, ...deviceTasks, ...systemTasks },
  pictures: {
    'open-cabinet': 'Open the cabinet below',
    'close-cabinet': 'Close the cabinet below',
    'look-inside': 'Look inside with a torch for a card',
    'machine-works': 'The machine at work',
    restart: 'It starts again',
    'pack-label': 'The number on the band of the pack',
    'count-first': 'One person counts the cards',
    'count-second': 'The other person counts the cards',
    'fill-stack': 'Cards go into the stack from above',
    'empty-stack': 'Cards come out of the stack upwards',
    'retain-bin': 'The retain bin comes out under the acceptor',
    'reject-bin': 'The reject bin comes out under the issuer',
    'sealed-bag': 'The number on the front of the bag',
    'seal-bag': 'The flap of the bag is sealed',
    'open-cover': 'The cover of the printer goes up',
    'close-cover': 'The cover of the printer goes down',
    'paper-roll': 'The roll goes in from above, its end comes from below',
    'test-print': 'A test page: black, clear, whole',
    'cable-out': 'The cable comes out of the device',
    'cable-in': 'The cable goes into the device',
    'stick-in': 'The stick goes into the socket inside the door',
    'stick-out': 'The stick comes out',
    'touch-grid': 'A finger draws through every field of the screen',
    'network-plug': 'The network cable goes into its socket',
    'test-device': 'One device, looked at closely',
    speaker: 'The speaker sounds',
    'two-clocks': 'The clocks of kiosk and centre',
    'enrolment-code': 'A paper with the code',
    'end-of-keys': 'The keys come to their end',
    'service-tile': 'One service of the home screen',
    unlock: 'A lock opens',
    'what-is-left': 'A list of what is left',
    'lay-id-card': 'An identity card lies flat on the reader',
    'insert-card': 'A card goes into the slot, chip up and first',
    'card-into-acceptor': 'A card goes into the acceptor, chip up',
    'code-to-scanner': 'A QR code before the scanner',
    'press-keys': 'Two digits are pressed on the PIN pad',
    lamps: 'The four lamps and the camera light of the front',
    'low-reach': 'A person in a wheelchair reaches the buttons of the lower half',
  },
  values: taskValues,
  codes: taskCodes,
  unknownCode: (code) => `Not a known code. Please tell the centre: ${code}`,
  reasons: cardReasons,
  reasonOther: { blank: 'Not made well', resident: 'Stayed in the machine' },
  reasonCode: (reason) => `reason ${reason}`,
  facts: taskFacts,
};
