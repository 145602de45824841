import type { Passage, TimelineEvent } from "~/api/types";
import type { Format } from "~/kit/format";
import { dayOf } from "~/kit/zone";
import type { Say } from "~/texts/texts";

export type Grouping = "day" | "session" | "order";
/** What a customer did, or a segment that they entered or left. */
export type Row = { at: number; event: TimelineEvent; change?: undefined } | { at: number; change: Passage; event?: undefined };

export interface Group {
  key: string;
  title: string;
  rows: Row[];
}

/** A silence of this length begins a new visit. */
const PAUSE_S = 30 * 60;

/** Both in one order, the newest first; a change stands above the events of its second. */
export function together(events: TimelineEvent[], changes: Passage[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const event of events) {
    for (let change = changes[next]; change && change.at >= event.at; change = changes[++next]) rows.push({ at: change.at, change });
    rows.push({ at: event.at, event });
  }
  return [...rows, ...changes.slice(next).map((change) => ({ at: change.at, change }))];
}

/** Neighbours in time belong together; an order's events are gathered wherever they stand, and so are changes then. */
export function grouped(rows: Row[], grouping: Grouping, zone: string, format: Format, say: Say): Group[] {
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  const visits = grouping === "session" ? visitsOf(rows) : [];
  rows.forEach((row, place) => {
    const [key, title] = keyed(row, grouping, visits[place], zone, format, say);
    const held = known.get(key);
    if (held) {
      held.rows.push(row);
      return;
    }
    const group = { key, title, rows: [row] };
    known.set(key, group);
    groups.push(group);
  });
  return groups;
}

function keyed({ at, event }: Row, grouping: Grouping, visit: number | undefined, zone: string, format: Format, say: Say): [string, string] {
  if (grouping === "day") return [dayOf(at, zone), format.date(at)];
  if (grouping === "session") return visit === undefined ? [`between ${dayOf(at, zone)}`, say("customer.between_visits", { at: format.date(at) })] : [`${visit}`, say("customer.session", { at: format.moment(at) })];
  if (!event) return ["segments", say("customer.segments_group")];
  return event.order ? [`order ${event.order}`, say("customer.order", { order: event.order })] : ["", say("customer.no_order")];
}

/** The visit of each row; a change belongs to the visit in which, or right after which, it came. */
function visitsOf(rows: Row[]): (number | undefined)[] {
  let before: TimelineEvent | undefined;
  const visits: (number | undefined)[] = Array.from({ length: rows.length });
  for (let place = rows.length - 1; place >= 0; place -= 1) {
    const row = rows[place] as Row;
    before = row.event ?? before;
    if (before && row.at - before.at < PAUSE_S) visits[place] = before.session;
  }
  return visits;
}
