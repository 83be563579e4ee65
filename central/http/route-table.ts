import type { z } from 'zod';
import { type AddRoute, type CentralApp, type CentralRequest, isWithoutCards, type Method } from './app.ts';
import { HttpProblem } from './problem.ts';
import { LONGEST_PARAMETER } from './request-limits.ts';

/** One route as it was added, without the types of what passes through it. */
export interface Route {
  /** The pattern, e.g. `/v1/operations/:key`. */
  readonly path: string;
  readonly open: boolean;
  /** Of a body that was checked. */
  readonly withoutCards: (body: unknown) => boolean;
  readonly contract: {
    readonly params?: z.ZodType;
    readonly body?: z.ZodType;
    readonly querystring?: z.ZodType;
    readonly response: { readonly 200: z.ZodType };
  };
  readonly handle: (request: CentralRequest<unknown, unknown, unknown>) => Promise<unknown>;
}

export interface Found {
  readonly route: Route;
  /** As they stand in the address. */
  readonly params: Readonly<Record<string, string>>;
}

/** Routes that are found by method and path in this process, as an HTTP server would find them. */
export class RouteTable {
  readonly #fixed = new Map<string, Route>();
  readonly #patterns: {
    readonly method: Method;
    readonly segments: readonly string[];
    readonly route: Route;
  }[] = [];
  /** Where route files add their routes. */
  readonly app: CentralApp = {
    get: this.#adding('GET'),
    post: this.#adding('POST'),
    put: this.#adding('PUT'),
    delete: this.#adding('DELETE'),
  };

  /** null where there is nothing at this path; throws a problem where it is no path. */
  find(method: string, path: string): Found | null {
    const fixed = this.#fixed.get(`${method} ${path}`);
    if (fixed) return { route: fixed, params: {} };
    const segments = path.split('/');
    for (const pattern of this.#patterns) {
      if (pattern.method !== method) continue;
      const params = parametersOf(pattern.segments, segments);
      if (params !== null) return { route: pattern.route, params };
    }
    return null;
  }

  #adding(method: Method): AddRoute {
    return (path, { config, schema }, handle) => {
      const route: Route = {
        path,
        open: config?.open === true,
        withoutCards: (body) => isWithoutCards(config?.withoutCards, body),
        contract: schema,
        // Called with what this route's own schemas have checked.
        handle: handle as Route['handle'],
      };
      if (path.includes(':')) this.#patterns.push({ method, segments: path.split('/'), route });
      else this.#fixed.set(`${method} ${path}`, route);
    };
  }
}

/** The parameters in a path that fits the pattern, or null. */
function parametersOf(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const segment = segments[at] ?? '';
    if (!wanted.startsWith(':')) {
      if (segment !== wanted) return null;
      continue;
    }
    if (segment === '' || segment.length > LONGEST_PARAMETER) return null;
    params[wanted.slice(1)] = decoded(segment);
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw new HttpProblem('malformed-request');
    throw error;
  }
}
