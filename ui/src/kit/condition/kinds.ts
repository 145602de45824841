/** The statements that there are, in the order in which people look for them, and when one says something. */
import { compared, frame, happening, limits, test, tells, withHappening } from "./parts";
import { type Body, isBody, type Json, type Leaf, leaf } from "./tree";

export const KINDS = {
  happened: ["did", "did_not", "in_order", "first", "last", "answer"],
  amounts: ["sum", "average", "smallest", "largest", "distinct"],
  rhythm: ["silent", "slower_than_usual"],
  known: ["stage", "segment", "list", "trait", "computed", "date"],
  reached: ["identifier", "consent", "account"],
  drawn: ["share"],
} as const;

export type Known = (typeof KINDS)[keyof typeof KINDS][number];
export const ALL = Object.values(KINDS).flat() as Known[];
/** What is known of today only: nothing says since when, so a stage cannot be told by it. */
export const UNDATED: readonly Known[] = ["stage", "list", "trait", "date", ...KINDS.reached, ...KINDS.drawn];
export const isKnown = (key: string): key is Known => ALL.some((each) => each === key);
export const MEASURES: readonly Known[] = KINDS.amounts;
/** Statements about something that happens. */
const OF_EVENTS: readonly string[] = ["did", "did_not", "first", "last", ...KINDS.amounts, "silent", "slower_than_usual"];
/** Those of them that may say when. */
const WITH_TIME: readonly string[] = ["did", "did_not", "first", "last", "in_order", "answer", ...KINDS.amounts];
const MONTH = "30d";

/** A new statement, with what most people mean already said; money in the currency that most of it is in. */
export function begin(key: Known, currency = ""): Leaf {
  const body = BEGINNINGS[key];
  return leaf(key, body.field === "amount" && currency !== "" ? { ...body, currency } : { ...body });
}

const BEGINNINGS: Record<Known, Body> = {
  did: { times: { at_least: 1 }, in: { last: MONTH } },
  did_not: { in: { last: MONTH } },
  in_order: { steps: [{}, {}], within: "7d" },
  first: { test: { property: "", is: "" } },
  last: { test: { property: "", is: "" } },
  sum: { field: "amount", in: { last: MONTH } },
  average: { field: "amount", in: { last: MONTH } },
  smallest: { field: "amount", in: { last: MONTH } },
  largest: { field: "amount", in: { last: MONTH } },
  distinct: { property: "", in: { last: MONTH } },
  silent: { anything: true, for: MONTH },
  slower_than_usual: { anything: true, times: 2 },
  answer: {},
  stage: {},
  segment: {},
  list: {},
  trait: { trait: "", is: "" },
  computed: { trait: "", at_least: "" },
  account: { trait: "", is: "" },
  identifier: {},
  consent: {},
  date: { trait: "", at_least: 0, at_most: 7, yearly: true },
  share: { from: 0, to: 50, salt: "" },
};

/** The same statement under another name: what it is about and when it is asked of go with it. */
export function turned(before: Leaf, key: Known, currency = ""): Leaf {
  const begun = begin(key, currency);
  let body = begun.body;
  if (OF_EVENTS.includes(key) && OF_EVENTS.includes(before.key)) {
    const what = happening(before.body);
    if (what.kind !== "" && (what.kind !== "anything" || "anything" in body)) body = withHappening(body, what);
    if (before.body.where) body = { ...body, where: before.body.where };
  }
  if (WITH_TIME.includes(key) && WITH_TIME.includes(before.key)) {
    const { in: _, ...rest } = body;
    body = before.body.in === undefined ? rest : { ...rest, in: before.body.in };
  }
  if (MEASURES.includes(key) && MEASURES.some((each) => each === before.key)) body = { ...body, ...picked(before.body, ["field", "property", "currency", "at_least", "at_most", "exactly"]) };
  return { ...begun, id: before.id, body };
}

function picked(body: Body, keys: string[]): Body {
  const found = Object.entries(body).filter(([key]) => keys.includes(key));
  return Object.fromEntries(found);
}

/** What a statement still needs before it says something: the name of its first empty field, or null. */
export type Missing = "happening" | "test" | "value" | "number" | "duration" | "moment" | "name" | "steps" | null;

export function missing({ key, body }: Leaf): Missing {
  if (!isKnown(key)) return null;
  const parts = OF_EVENTS.includes(key) ? (ofEvents(body) ?? ofFrame(body)) : null;
  return parts ?? OWN[key]?.(body) ?? null;
}

const OWN: Partial<Record<Known, (body: Body) => Missing>> = {
  first: (body) => ofTest(body.test),
  last: (body) => ofTest(body.test),
  in_order: ofOrder,
  ...Object.fromEntries(KINDS.amounts.map((key) => [key, ofMeasure])),
  did: (body) => (isBody(body.times) && empty(body.times) ? "number" : null),
  silent: (body) => (body.for ? null : "duration"),
  slower_than_usual: (body) => (typeof body.times === "number" ? null : "number"),
  stage: (body) => (body.is ? null : "name"),
  segment: (body) => (body.is ? null : "name"),
  list: (body) => (body.is ? null : "name"),
  trait: (body) => ofTest(body) ?? (body.fresh === "" ? "duration" : null),
  computed: (body) => ofTest(body),
  account: (body) => ofTest(body),
  identifier: (body) => (body.is ? null : "name"),
  consent: (body) => (body.to && body.by ? null : "name"),
  answer: (body) => (body.scale ? (empty(body) ? "number" : ofFrame(body)) : "name"),
  date: (body) => (body.trait ? (empty(body) ? "number" : null) : "name"),
  share: (body) => (typeof body.to !== "number" ? "number" : body.salt ? null : "name"),
};

const empty = (body: Body): boolean => {
  const { low, high, bound } = limits(body);
  return bound === "between" ? low === "" || high === "" : low === "" && high === "";
};

function ofEvents(body: Body): Missing {
  if (happening(body).kind === "") return "happening";
  const where = Array.isArray(body.where) ? body.where : [];
  return where.every((each) => ofTest(each) === null) ? null : "test";
}

function ofTest(value: Json | undefined): Missing {
  if (!isBody(value)) return "test";
  const read = test(value);
  return read.name === "" ? "name" : tells(read) ? null : "value";
}

function ofMeasure(body: Body): Missing {
  if (!body.property && !body.field) return "name";
  return empty(body) ? "number" : null;
}

function ofFrame(body: Body): Missing {
  const when = frame(body.in);
  if (when.kind === "last") return when.last === "" ? "duration" : null;
  if (when.kind === "since") return happening(when.since).kind === "" ? "happening" : null;
  const needed = { from: [when.from], before: [when.before], between: [when.from, when.before] }[when.kind as "from"] ?? [];
  return needed.every((each) => each !== "") ? null : "moment";
}

function ofOrder(body: Body): Missing {
  const steps = Array.isArray(body.steps) ? body.steps : [];
  if (steps.length < 2 || !steps.every((step) => isBody(step) && ofEvents(step) === null)) return "steps";
  const barred = steps.flatMap((step) => (isBody(step) && Array.isArray(step.without) ? step.without : []));
  const beside = steps.flatMap((step) => (isBody(step) ? compared(step) : []));
  const said = beside.every(({ name }) => name !== "") && barred.every((each) => isBody(each) && ofEvents(each) === null);
  return said ? ofFrame(body) : "steps";
}
