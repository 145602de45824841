import { type Body, documentOf } from "~/kit/condition/tree";
import type { Where } from "./address";
import type { Asking } from "./useExplore";

/** The condition that says of whom a number is, where one does; null where only the customers themselves can. */
export function saidBy({ question, params, over, per, query }: Asking, where: Where): Body | null {
  const given = documentOf(params.condition)?.condition;
  if (question === "segment" && given !== undefined && !params.at) {
    if (where.state === "out") return { version: 1, condition: { none: [given] } };
    return { version: 1, condition: given };
  }
  const everything = per === "customer" && Object.keys(query).length === 0;
  if (question === "reach" && everything && where.step && !params.within) return { version: 1, condition: { did: { [over === "events" ? "event" : "touchpoint"]: where.step } } };
  return null;
}
