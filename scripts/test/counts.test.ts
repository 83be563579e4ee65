import { describe, expect, it } from 'vitest';
import { addCounts, countTests } from './counts.ts';

const REPORT = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

describe('the counts of a test run', () => {
  it('sums skipped and not yet written', () => {
    expect(countTests(REPORT)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countTests({ ...REPORT, testResults }).failed).toBe(2);
  });

  it('adds run to run', () => {
    const one = countTests(REPORT);
    expect(addCounts(one, one)).toEqual({ passed: 10, failed: 2, skipped: 6 });
  });
});
