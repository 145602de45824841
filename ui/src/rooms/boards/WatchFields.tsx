import { NumberInput, SegmentedControl, Select, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Alert, WatchBody } from "~/api/types";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";

const EVERY = { hour: 3_600, day: 86_400, week: 604_800 } as const;
type Every = keyof typeof EVERY;

/** How a number is watched, as it is written in a form. */
export interface Watching {
  usual: boolean;
  low: number | string;
  high: number | string;
  every_s: number;
  emails: string[];
  webhook: string;
}

const FRESH: Watching = { usual: true, low: "", high: "", every_s: EVERY.day, emails: [], webhook: "" };
const bound = (value: number | string) => (value === "" ? null : Number(value));

/** The fields of a new alert, or of one that is there. */
export function useWatching(alert?: Alert, fresh: Partial<Watching> = {}) {
  const [watching, set] = useState<Watching>(alert ? watchingOf(alert.watch) : { ...FRESH, ...fresh });
  const { usual, low, high, emails, webhook } = watching;
  const ready = (emails.length > 0 || webhook.trim() !== "") && (usual || low !== "" || high !== "");
  const change = (to: Partial<Watching>) => set((before) => ({ ...before, ...to }));
  return { watching, change, ready };
}

function watchingOf({ bounds, every_s, emails, webhook }: Alert["watch"]): Watching {
  return { usual: bounds.usual ?? false, low: bounds.low ?? "", high: bounds.high ?? "", every_s: every_s ?? EVERY.hour, emails: emails ?? [], webhook: webhook ?? "" };
}

/** The same as the server takes it; `before` gives what the form does not show. */
export function watchOf({ usual, low, high, every_s, emails, webhook }: Watching, before?: Alert["watch"]): Pick<WatchBody, "bounds" | "every_s" | "emails" | "webhook"> {
  const { last = 30, margin_percent = 10 } = before?.bounds ?? {};
  return { bounds: { low: usual ? null : bound(low), high: usual ? null : bound(high), usual, last, margin_percent }, every_s, emails, webhook: webhook.trim() };
}

/** The range, how often it is looked at, and who is told. */
export function WatchFields({ watching, change }: { watching: Watching; change: (to: Partial<Watching>) => void }) {
  const { say } = useTexts();
  const { usual, low, high, every_s, emails, webhook } = watching;
  const named = (Object.keys(EVERY) as Every[]).map((value) => ({ value: String(EVERY[value]), label: say(`boards.every_${value}`) }));
  const other = named.some(({ value }) => value === String(every_s)) ? [] : [{ value: String(every_s), label: say("boards.every_minutes", { minutes: Math.round(every_s / 60) }) }];
  return (
    <>
      <SegmentedControl aria-label={say("boards.alert_range")} value={usual ? "usual" : "fixed"} onChange={(kind) => change({ usual: kind === "usual" })} data={[{ value: "usual", label: say("boards.alert_usual") }, { value: "fixed", label: say("boards.alert_fixed") }]} />
      {usual ? (
        <p className={classes.faint}>{say("boards.alert_usual_hint")}</p>
      ) : (
        <div className={classes.row}>
          <NumberInput className={classes.grow ?? ""} label={say("boards.alert_low")} value={low} onChange={(value) => change({ low: value })} />
          <NumberInput className={classes.grow ?? ""} label={say("boards.alert_high")} value={high} onChange={(value) => change({ high: value })} />
        </div>
      )}
      <Select label={say("boards.alert_every")} allowDeselect={false} data={[...named, ...other]} value={String(every_s)} onChange={(value) => change({ every_s: Number(value ?? EVERY.day) })} />
      <TagsInput label={say("boards.alert_emails")} description={say("boards.alert_emails_hint")} value={emails} onChange={(value) => change({ emails: value })} acceptValueOnBlur splitChars={[",", ";", " "]} />
      <TextInput label={say("boards.alert_webhook")} placeholder="https://" value={webhook} onChange={(event) => change({ webhook: event.currentTarget.value })} />
    </>
  );
}
