import { type Chosen, readChosen } from "~/kit/selection/selection";

export type Over = "events" | "touchpoints";
export const OVERS: readonly Over[] = ["touchpoints", "events"];
export const LOOKS = ["chart", "table"] as const;
export type Look = (typeof LOOKS)[number];

/** Parameters of a question by name, each as a person writes it. */
export type Params = Record<string, string>;
/** One number of an answer, in the words of the question. */
export type Where = Record<string, string>;

/** The whole question as it stands in the address, so that a link asks it again. */
export interface Exploring extends Chosen {
  ask?: Params | undefined;
  over?: Over | undefined;
  per?: string | undefined;
  look?: Look | undefined;
  /** Which table of the answer. */
  part?: string | undefined;
  hide?: string[] | undefined;
  open?: Where | undefined;
  /** The saved question that this was opened from. */
  saved?: string | undefined;
}

function words(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const found = Object.entries(value).flatMap(([name, each]) => (typeof each === "string" || typeof each === "number" ? [[name, String(each)] as const] : []));
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** A number that needs no words: everybody of an answer. */
const isEmpty = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

export function readExploring(search: Record<string, unknown>): Exploring {
  const hide = Array.isArray(search.hide) ? search.hide.filter((each): each is string => typeof each === "string") : [];
  return {
    ...readChosen(search),
    ask: words(search.ask),
    over: OVERS.find((one) => one === search.over),
    per: typeof search.per === "string" && search.per !== "" ? search.per : undefined,
    look: LOOKS.find((one) => one === search.look),
    part: typeof search.part === "string" && search.part !== "" ? search.part : undefined,
    hide: hide.length > 0 ? hide : undefined,
    open: words(search.open) ?? (isEmpty(search.open) ? {} : undefined),
    saved: typeof search.saved === "string" && search.saved !== "" ? search.saved : undefined,
  };
}
