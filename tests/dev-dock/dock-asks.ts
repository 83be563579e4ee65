import { expect } from 'vitest';
import type { DockState } from '../../scripts/dev-dock/dock-state.ts';

/** The dock's API in a test's hands. */
export function dockAsks(url: () => string) {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(new URL(path, url()), init);
    return { status: answer.status, type: answer.headers.get('content-type'), answer };
  };
  const post = (path: string, body: unknown) =>
    ask(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ask,
    post,
    /** One act that must succeed, and how everything stands then. */
    async act(path: string, body: object = {}): Promise<DockState> {
      const { status, answer } = await post(path, body);
      const told = await answer.json();
      expect(told).not.toHaveProperty('error');
      expect(status).toBe(200);
      return told;
    },
    async state(): Promise<DockState> {
      return (await ask('/api/state')).answer.json();
    },
    /** Status and code of an act that must fail. */
    async refused(path: string, body: unknown): Promise<readonly [number, string]> {
      const { status, answer } = await post(path, body);
      const { error } = await answer.json();
      expect(error.message).toMatch(/\S/);
      return [status, error.code];
    },
  };
}
