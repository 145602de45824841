import type { Asked, AskedBody, Saved } from "~/api/types";
import { addDays, dayOf } from "~/kit/zone";
import type { Exploring } from "~/rooms/explore/address";
import type { Answer, Asking } from "~/rooms/explore/useExplore";

/** What Explore asks, as the server keeps it. With `lastDays` the period moves with the calendar. */
export function bodyOf(asking: Asking, exploring: Exploring, lastDays: number): AskedBody {
  const { from_at, to_at, channel, trait, segment } = asking.query;
  const period = lastDays > 0 ? { last_days: lastDays, from_at: null, to_at: null } : { last_days: 0, from_at: from_at ?? null, to_at: to_at ?? null };
  return { question: asking.question, params: asking.params, over: asking.over, per: asking.per, ...period, channel: channel ?? [], trait: trait ?? [], segment: segment ?? [], look: exploring.look ?? "", hide: exploring.hide ?? [] };
}

/** The address of a saved question in Explore. */
export function searchOf({ id, asked }: Saved, zone: string, now: number): Exploring {
  const today = dayOf(now, zone);
  const { stage_set, params } = apart(asked);
  const { from_at = null, to_at = null } = asked;
  const moving = asked.last_days > 0;
  const from = moving ? addDays(today, -asked.last_days) : from_at === null ? undefined : dayOf(from_at, zone);
  const to = moving ? addDays(today, -1) : to_at === null ? undefined : dayOf(to_at - 1, zone);
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined);
  return {
    ...shownBy(asked),
    ask: Object.keys(params).length > 0 ? params : undefined,
    set: stage_set,
    from,
    to,
    channel: some(asked.channels),
    trait: some(asked.traits.map(([name, value]) => `${name}=${value}`)),
    segment: some(asked.segments),
    saved: id,
  };
}

/** The stage set of the page, and the question's own parameters. */
export function apart({ question, params = {} }: Pick<Asked, "question" | "params">): { stage_set: string | undefined; params: Record<string, string> } {
  const { stage_set, ...own } = params;
  return question === "moves" ? { stage_set: undefined, params } : { stage_set, params: own };
}

/** The part of the address that says how an answer is shown. */
export function shownBy(asked: Asked): Exploring {
  return {
    over: asked.over || undefined,
    per: asked.per === "customer" ? undefined : asked.per,
    look: asked.look || undefined,
    hide: asked.hide.length > 0 ? asked.hide : undefined,
  };
}

/** The request behind an answer of a saved question, for opening its numbers: over the very period that was answered. */
export function askingOf(asked: Asked, answer: Answer): Asking {
  const moving = asked.last_days > 0;
  const at = (written: string) => Date.parse(written) / 1000;
  const from_at = moving ? at(answer.period.from) : (asked.from_at ?? null);
  const to_at = moving ? at(answer.period.to) : (asked.to_at ?? null);
  const query = {
    ...(from_at === null ? {} : { from_at }),
    ...(to_at === null ? {} : { to_at }),
    channel: asked.channels,
    trait: asked.traits.map(([name, value]) => `${name}=${value}`),
    segment: asked.segments,
  };
  return { question: asked.question, params: asked.params ?? {}, over: asked.over || "touchpoints", per: asked.per, query };
}
