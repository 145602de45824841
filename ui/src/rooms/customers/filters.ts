/** Which customers the list shows, as the address says it. */
export interface ListChosen {
  part?: Part | undefined;
  look?: Look | undefined;
  open?: string | undefined;
  query?: string | undefined;
  stage?: string[] | undefined;
  state?: State[] | undefined;
  channel?: string[] | undefined;
  segment?: string[] | undefined;
  account?: string | undefined;
  flag?: Marked | undefined;
  conflict?: boolean | undefined;
  sort?: Sort | undefined;
  column?: string[] | undefined;
}

export const PARTS = ["customers", "review", "accounts", "traits", "marks"] as const;
export type Part = (typeof PARTS)[number];
export const LOOKS = ["conflicts", "suggestions", "shared", "rules"] as const;
export type Look = (typeof LOOKS)[number];
export const STATES = ["active", "slowing", "left"] as const;
export type State = (typeof STATES)[number];
export const MARKS = ["real", "flagged", "staff", "bot", "test"] as const;
export type Marked = (typeof MARKS)[number];
export const SORTS = ["last_seen", "first_seen", "events", "name"] as const;
export type Sort = (typeof SORTS)[number];

const words = (value: unknown): string[] | undefined => {
  const found = (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string" && each !== "");
  return found.length > 0 ? found : undefined;
};

/** The part of an address that this list understands. */
export function readList(search: Record<string, unknown>): ListChosen {
  const states = words(search.state)?.filter((each): each is State => STATES.some((one) => one === each));
  return {
    part: PARTS.find((one) => one === search.part && one !== "customers"),
    look: LOOKS.find((one) => one === search.look && one !== "conflicts"),
    open: words(search.open)?.[0],
    query: words(search.query)?.[0],
    stage: words(search.stage),
    state: states && states.length > 0 ? states : undefined,
    channel: words(search.channel),
    segment: words(search.segment),
    account: words(search.account)?.[0],
    flag: MARKS.find((one) => one === search.flag),
    conflict: search.conflict === true ? true : undefined,
    sort: SORTS.find((one) => one === search.sort && one !== "last_seen"),
    column: words(search.column),
  };
}

/** The same as the API's parameters. */
export function asked(chosen: ListChosen) {
  return {
    query: chosen.query ?? "",
    stage: chosen.stage ?? [],
    state: chosen.state ?? [],
    channel: chosen.channel ?? [],
    segment: chosen.segment ?? [],
    account: chosen.account ?? "",
    flag: chosen.flag ?? ("" as const),
    has_conflict: chosen.conflict ?? false,
    sort: chosen.sort ?? ("last_seen" as const),
    column: chosen.column ?? [],
  };
}

/** Whether anything but the words and the order is chosen. */
export function isFiltered({ stage, state, channel, segment, account, flag, conflict }: ListChosen): boolean {
  return Boolean(stage ?? state ?? channel ?? segment ?? account ?? flag ?? conflict);
}
