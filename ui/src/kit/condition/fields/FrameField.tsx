import { Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useTexts } from "~/texts/texts";
import classes from "../condition.module.css";
import { type Frame, FRAMES, type FrameKind, frame, put, writeFrame } from "../parts";
import type { Body } from "../tree";
import { HappeningField } from "./HappeningField";
import { DurationField } from "./NumberFields";

/** When: ever, in the last days, from or before a day, or since something happened. */
export function FrameField({ body, change, wrong }: { body: Body; change: (body: Body) => void; wrong?: string | undefined }) {
  const { say } = useTexts();
  const when = frame(body.in);
  const set = (part: Partial<Frame>) => change(put(body, "in", writeFrame({ ...when, ...part })));
  const choose = (kind: FrameKind) => set({ kind, last: when.last || "30d" });
  const kinds = when.kind === "written" ? [...FRAMES, "written" as const] : FRAMES;
  return (
    <>
      <Select size="xs" className={classes.frame ?? ""} aria-label={say("condition.when")} data={kinds.map((value) => ({ value, label: say(`condition.when_${value}`) }))} value={when.kind} onChange={(kind) => choose((kind ?? "ever") as FrameKind)} allowDeselect={false} />
      {when.kind === "last" && <DurationField label={say("condition.how_long")} written={when.last} change={(last) => set({ last })} />}
      {(when.kind === "from" || when.kind === "between") && <Day label={say("condition.first_day")} value={when.from} change={(from) => set({ from })} />}
      {when.kind === "between" && <span>{say("condition.and")}</span>}
      {(when.kind === "before" || when.kind === "between") && <Day label={say("condition.day_before")} value={when.before} change={(before) => set({ before })} />}
      {when.kind === "since" && <HappeningField label={say("condition.when_since")} body={when.since} change={(since) => set({ since })} wrong={wrong} />}
    </>
  );
}

function Day({ label, value, change }: { label: string; value: string; change: (day: string) => void }) {
  const { say, language } = useTexts();
  return <DateInput size="xs" className={classes.day ?? ""} valueFormat={language === "vi" ? "DD/MM/YYYY" : "D MMM YYYY"} aria-label={label} placeholder={say("condition.choose_day")} value={value === "" ? null : value.slice(0, 10)} onChange={(day) => change(day ?? "")} />;
}
