import SqliteConnection, { type Database } from 'better-sqlite3';
import { centralPoliciesOf } from '../../../central/central-policies.ts';
import { queriesOver } from '../../../central/database/dialect.ts';
import type { Queries } from '../../../central/database/tables.ts';
import { seedResident } from '../../../central/dev/seed.ts';
import { answersInProcess } from '../../../central/http/in-process.ts';
import { oneAtATime } from '../../../central/http/one-at-a-time.ts';
import { RouteTable } from '../../../central/http/route-table.ts';
import { type AcquirerMode, referenceAcquirer } from '../../../central/payments/reference-acquirer.ts';
import { composeServices, type Services } from '../../../central/services.ts';
import { memorySmsGateway } from '../../../central/sms/gateway.ts';
import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../../../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../../../src/card-keys/reference-key-scheme.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { PIN_KEY } from '../../matrix/world/centre.ts';
import type { Chance } from '../chance.ts';
import { readAtOnce } from './assertions.ts';
import { doneKeys, hashOf, operationsIn, orderByQr, ordersOf, Reader, totalsIn } from './books.ts';
import type { BookedOperation, PayerAct, SimulatedCentre } from './centre-contract.ts';
import { emptyBooks, takeOverOutsideWorld } from './database-copies.ts';
import { personIn } from './person-books.ts';
import { pruneBooks } from './prune.ts';

export { signAtOnce } from './assertions.ts';
export type { SimulatedCentre } from './centre-contract.ts';

export interface SimulatedCentreOptions {
  readonly time: Clock;
  readonly pack: PolicyPack;
  readonly chance: Chance;
  /** The service failed in a way nobody expected; whoever asked was told `internal`. */
  readonly onBroken?: (error: unknown) => void;
}

/**
 * The real central service over a database in memory, asked without HTTP. It waits for nothing outside this thread,
 * so the same requests in the same order give the same books to the last byte.
 */
export async function createSimulatedCentre(options: SimulatedCentreOptions): Promise<SimulatedCentre> {
  const centre = new CentreInMemory(options, await emptyBooks());
  await centre.restart();
  return centre;
}

class CentreInMemory implements SimulatedCentre {
  readonly #options: SimulatedCentreOptions;
  readonly #acquirer: ReturnType<typeof referenceAcquirer>;
  readonly #phones: ReturnType<typeof memorySmsGateway>;
  readonly #inOrder = oneAtATime();
  #connection: Database;
  #reader: Reader;
  #queries: Queries;
  #services: Services | null = null;
  #answer: ReturnType<typeof answersInProcess> | null = null;
  #backup: Buffer | null = null;
  #applications = 0;
  #broken: { readonly error: unknown } | null = null;

  constructor(options: SimulatedCentreOptions, books: Buffer) {
    this.#options = options;
    this.#acquirer = referenceAcquirer({ clock: options.time });
    this.#phones = memorySmsGateway(options.time);
    this.#connection = new SqliteConnection(books);
    this.#queries = queriesOver(this.#connection);
    this.#reader = new Reader(this.#connection);
  }

  readonly answer: SimulatedCentre['answer'] = async (method, path, headers, body) => {
    if (this.#answer === null) throw new Error('the centre has not started');
    return this.#answer({ method, target: path, headers, body });
  };

  addResident(resident: FictitiousResident): Promise<void> {
    return this.#inOrder(() =>
      this.#queries.transaction().execute(async (queries) => {
        if (resident.applicationPending) this.#applications += 1;
        const today = dayInShanghai(this.#options.time.now());
        const { digest } = this.#running.foundations;
        await seedResident(queries, digest, today, resident, photo, this.#applications);
      }),
    );
  }

  mintEnrolmentCode(): Promise<string> {
    return this.#inOrder(async () => (await this.#running.mintEnrolmentCode()).code);
  }

  get broken(): { readonly error: unknown } | null {
    return this.#broken;
  }

  readonly messages = () => this.#phones.last();

  payer(orderId: string, act: PayerAct): Promise<void> {
    const acquirer = this.#acquirer;
    return this.#inOrder(async () => {
      const known = await this.#queries.transaction().execute((queries) => {
        if (act === 'pay' || act === 'pay-twice')
          return acquirer.pay(queries, orderId, act === 'pay' ? 1 : 2);
        return acquirer[act](queries, orderId);
      });
      if (!known) throw new Error(`no order ${orderId}`);
      await this.#running.payments.notice(orderId);
    });
  }

  acquirer(mode: AcquirerMode): void {
    this.#acquirer.setMode(mode);
  }

  electronicCard(residentId: string): Promise<string> {
    return this.#inOrder(async () => {
      const resident = this.#reader.one<{ social_security_number: string }>(
        'select social_security_number from resident where resident_id = ?',
        residentId,
      );
      // A centre put back to an older backup does not know the newest people: their phone shows a code of before.
      if (resident === null) return 'a code that is not known any more';
      return (await this.#running.electronicCards.mint(resident.social_security_number)).code;
    });
  }

  sweep(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#running.sweep();
    });
  }

  readonly person: SimulatedCentre['person'] = (socialSecurityNumber) =>
    this.#read((reader) => personIn(reader, socialSecurityNumber));
  readonly operations: SimulatedCentre['operations'] = (which) =>
    this.#read((reader) => operationsIn(reader, which));
  readonly orderByQr: SimulatedCentre['orderByQr'] = (qr) =>
    this.#read((reader) => orderByQr(reader, this.#acquirer, qr));
  readonly ordersOf: SimulatedCentre['ordersOf'] = ({ receiptReference }) =>
    this.#read((reader) => ordersOf(reader, this.#acquirer, receiptReference));
  readonly totals = () => totalsIn(this.#reader);
  readonly booksHash = () => hashOf(this.#reader);

  restart(): Promise<void> {
    return this.#inOrder(() => this.#start());
  }

  backUp(): Promise<void> {
    return this.#inOrder(() => {
      this.#backup = this.#connection.serialize();
      return Promise.resolve();
    });
  }

  restoreBackup(): Promise<readonly BookedOperation[]> {
    return this.#inOrder(async () => {
      if (this.#backup === null) throw new Error('no backup was made');
      const before = { connection: this.#connection, reader: this.#reader };
      this.#connection = new SqliteConnection(this.#backup);
      this.#queries = queriesOver(this.#connection);
      this.#reader = new Reader(this.#connection);
      const kept = new Set(doneKeys(this.#reader));
      const lost = doneKeys(before.reader).filter((key) => !kept.has(key));
      const forgotten = lost.flatMap((key) => operationsIn(before.reader, { key }));
      takeOverOutsideWorld(before.connection, this.#connection);
      before.connection.close();
      await this.#start();
      return forgotten;
    });
  }

  prune({ people, before }: { readonly people: Iterable<string>; readonly before: number }): Promise<void> {
    return this.#inOrder(() => {
      pruneBooks(this.#connection, people, before);
      return Promise.resolve();
    });
  }

  close(): Promise<void> {
    return this.#inOrder(() => this.#queries.destroy());
  }

  get #running(): Services {
    if (this.#services === null) throw new Error('the centre has not started');
    return this.#services;
  }

  #read<T>(question: (reader: Reader) => T): Promise<T> {
    return this.#inOrder(() => Promise.resolve(question(this.#reader)));
  }

  /** A new process: nothing of the one before is left in memory. */
  async #start(): Promise<void> {
    const { time, pack, chance } = this.#options;
    this.#services = await composeServices(this.#queries, {
      serviceKey: Buffer.alloc(32, 7),
      clock: time,
      entropy: chance.entropy,
      pinKeys: { PINKEY: PIN_KEY },
      cardMasterKey: Buffer.from(REFERENCE_MASTER_KEY, 'hex'),
      blankMasterKey: Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex'),
      ...centralPoliciesOf(pack),
      acquirer: this.#acquirer,
      smsGateway: this.#phones,
      readAssertion: readAtOnce,
    });
    const table = new RouteTable();
    this.#services.addRoutes(table.app);
    this.#answer = answersInProcess(table, this.#services.around, this.#inOrder, (error) => {
      this.#broken ??= { error };
      this.#options.onBroken?.(error);
    });
  }
}

/** Nobody's picture: a JPEG's first bytes. */
const photo = (): Uint8Array => Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);
