import type { CustomerPage } from "~/api/types";

/** One page of customers that is asked for. */
export interface PageAsked {
  limit: number;
  offset: number;
  signal: AbortSignal;
}

export type AskPage = (page: PageAsked) => Promise<CustomerPage>;
