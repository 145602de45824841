import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { PageAsked } from "~/kit/behind/paging";

export type Status = "used" | "quiet" | "missing" | "unplanned" | "unused";
export type Where = Record<string, string>;

/** One touchpoint held against what happens; see docs/questions.md, `usage`. */
export interface UsedTouchpoint {
  touchpoint: string;
  events: number;
  customers: number;
  recent: number;
  last_at: number | null;
  status: Status;
  target: number | null;
  of_target: number | null;
  cost: number | null;
}

/** Touches of a customer in one stage beside the plan. */
export interface StageTouches {
  stage: string;
  n: number;
  mean: number | null;
  low: number | null;
  high: number | null;
  plan: number | null;
  verdict: "fewer" | "as_planned" | "more" | null;
  fewer: number | null;
  more: number | null;
}

export interface Usage {
  touchpoints: UsedTouchpoint[];
  touches: StageTouches[];
  uncovered: { event: string; channel: string; events: number }[];
  twice: { touchpoint: string; taken_by: string; events: number }[];
}

const asked = { params: {}, over: "touchpoints" as const, per: "customer" };

export function useUsage(ready: boolean) {
  return useQuery({
    queryKey: ["usage"],
    queryFn: async ({ signal }) => (await body(api.POST("/api/questions/{question}", { params: { path: { question: "usage" } }, body: asked, signal }))) as unknown as Usage,
    enabled: ready,
  });
}

/** The customers behind one number of it. */
export function customersBehind(where: Where, { limit, offset, signal }: PageAsked) {
  return body(
    api.POST("/api/questions/{question}/customers", { params: { path: { question: "usage" }, query: { limit, offset } }, body: { ...asked, where }, signal }),
  );
}
