/** What was done, so that it can be undone. Changes of one field that follow each other are one step. */
export interface History<T> {
  past: T[];
  now: T;
  future: T[];
  /** Which field the last change was in; "" for a change that stands alone. */
  field: string;
}

const MOST = 200;

export const began = <T>(now: T): History<T> => ({ past: [], now, future: [], field: "" });

export function did<T>(before: History<T>, now: T, field = ""): History<T> {
  if (now === before.now) return before;
  const same = field !== "" && field === before.field;
  return { past: same ? before.past : [...before.past, before.now].slice(-MOST), now, future: [], field };
}

export function undone<T>(before: History<T>): History<T> {
  const last = before.past.at(-1);
  return last === undefined ? before : { past: before.past.slice(0, -1), now: last, future: [before.now, ...before.future], field: "" };
}

export function redone<T>(before: History<T>): History<T> {
  const [next, ...rest] = before.future;
  return next === undefined ? before : { past: [...before.past, before.now], now: next, future: rest, field: "" };
}
