import type { Policy, RequestSelector } from "../model/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { LONG_RUNNING, type QueryLists, type RequestQuery, searchEachRule } from "./search-each-rule.js";

/** What a question may cost here; those that are hard are better asked alone. */
const LIMIT = 100_000;

/**
 * Sorts out questions about the requests of a policy whose answer is that there are none. To make the space of a question
 * costs more than to search it, and here all share one. What is there to be found depends on nothing but the question, and is
 * left to `findRequest`.
 */
export class RequestScreen {
  readonly #analysis: Analysis;
  readonly #lists = new Map<string, QueryLists>();

  constructor(policy: Policy, queries: readonly RequestQuery[], options: AnalysisOptions) {
    const selectors: (readonly RequestSelector[])[] = [LONG_RUNNING];
    for (const query of queries) {
      const name = nameOf(query);
      if (this.#lists.has(name)) continue;
      const { requests = [{}], except = [] } = query;
      const at = selectors.push(requests, except);
      this.#lists.set(name, { requests: at - 1, except: at, longRunning: 1 });
    }
    const limit = Math.min(LIMIT, options.limit ?? LIMIT);
    this.#analysis = new Analysis([policy], { ...options, limit }, { selectors });
  }

  /** Whether it is proved that there are no such requests; false as well of a question about other requests than were given. */
  excludes(query: RequestQuery): boolean {
    const lists = this.#lists.get(nameOf(query));
    if (!lists) return false;
    const [found] = searchEachRule(this.#analysis, query, lists, this.#analysis.budget());
    return found === undefined;
  }
}

/** The same for questions about the same requests, whatever is asked of them. */
function nameOf({ requests, except }: RequestQuery): string {
  return JSON.stringify([requests, except]);
}
