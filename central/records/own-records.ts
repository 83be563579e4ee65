import { dayInShanghai, parseDay } from '../../src/calendar/calendar-day.ts';
import type {
  ContributionRecordsAnswer,
  InsuranceRecordsAnswer,
} from '../../src/contracts/central/queries.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import type { InsuranceType } from '../../src/policy/closed-sets.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { type History, madeUpHistory, monthsDue, monthText, yearOf } from './made-up-history.ts';

export interface RecordsQuestion {
  readonly socialSecurityNumber: string;
  readonly type: InsuranceType;
  readonly year: number;
}

/** The insurance offices' records of a person (REC-1). A province connects its own. */
export interface OwnRecords {
  insurance(queries: Queries, question: RecordsQuestion): Promise<InsuranceRecordsAnswer>;
  contributions(queries: Queries, question: RecordsQuestion): Promise<ContributionRecordsAnswer>;
}

/** Shares of the base, per thousand. Made up like the rest, near what is usual. */
const PER_THOUSAND: Readonly<Record<InsuranceType, { personal: number; employer: number }>> = {
  pension: { personal: 80, employer: 160 },
  medical: { personal: 20, employer: 80 },
  unemployment: { personal: 5, employer: 5 },
  injury: { personal: 0, employer: 4 },
  maternity: { personal: 0, employer: 5 },
};

const NOT_INSURED: InsuranceRecordsAnswer = {
  status: 'not-insured',
  place: null,
  insuredSince: null,
  employer: null,
  monthsInYear: 0,
  monthsInAll: 0,
};

/** Records of fictitious residents: made from their number alone, the same at every question. */
export function referenceRecords({ clock }: Pick<Foundations, 'clock'>): OwnRecords {
  async function historyOf(queries: Queries, question: RecordsQuestion): Promise<History | null> {
    const { socialSecurityNumber, type } = question;
    const resident = await queries
      .selectFrom('resident')
      .select('birth_date')
      .where('social_security_number', '=', socialSecurityNumber)
      .executeTakeFirst();
    const birthDate = resident === undefined ? null : parseDay(resident.birth_date);
    if (birthDate === null) return null;
    return madeUpHistory(socialSecurityNumber, birthDate, type, dayInShanghai(clock.now()));
  }
  const paidIn = (history: History, year: number): number =>
    monthsDue(history, year).filter((month) => !history.missed(month)).length;

  return {
    insurance: async (queries, question) => {
      const history = await historyOf(queries, question);
      if (history === null) return NOT_INSURED;
      const { status, place, employer, firstMonth, lastMonth } = history;
      const years = Array.from(
        { length: yearOf(lastMonth) - yearOf(firstMonth) + 1 },
        (_, at) => yearOf(firstMonth) + at,
      );
      return {
        status,
        place,
        employer,
        insuredSince: calendarDay.parse(`${monthText(firstMonth)}-01`),
        monthsInYear: paidIn(history, question.year),
        monthsInAll: years.reduce((sum, year) => sum + paidIn(history, year), 0),
      };
    },
    contributions: async (queries, question) => {
      const history = await historyOf(queries, question);
      if (history === null) return { rows: [] };
      const { personal, employer } = PER_THOUSAND[question.type];
      const baseFen = history.baseFen(question.year);
      const share = (perThousand: number): number => Math.round((baseFen * perThousand) / 1000);
      return {
        rows: monthsDue(history, question.year).map((month) => ({
          month: monthText(month),
          baseFen,
          personalFen: share(personal),
          employerFen: share(employer),
          paid: !history.missed(month),
        })),
      };
    },
  };
}
