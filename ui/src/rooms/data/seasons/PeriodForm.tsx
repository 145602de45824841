import { Button, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { GivenPeriod } from "~/api/types";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { Said } from "./SeasonsCard";
import { called, daysOf, KINDS, type Kind } from "./period";
import classes from "./seasons.module.css";
import { usePace } from "./useSeasons";

interface Props {
  period: GivenPeriod;
  others: GivenPeriod[];
  isNew: boolean;
  saving: boolean;
  save: (period: GivenPeriod) => void;
  close: () => void;
}

/** One period to write down; what the log says of its pace stands below it before anything is saved. */
export function PeriodForm({ period, others, isNew, saving, save, close }: Props) {
  const { say } = useTexts();
  const name = useName();
  const [draft, setDraft] = useState(period);
  const [words, setWords] = useState(name(period.name));
  const taken = others.map((one) => one.key);
  const renamed = words.trim() !== name(period.name) || period.key === "";
  const asked = renamed ? called(draft, words.trim() || "–", isNew && period.key === "", taken) : draft;
  const pace = usePace(asked, others);
  const seen = pace.data?.periods.find((one) => one.key === asked.key);
  const choose = (kind: Kind) => setDraft({ ...draft, kind, ...daysOf(kind, new Date().toISOString().slice(0, 10)) });
  return (
    <form className={classes.form} onSubmit={(event) => { event.preventDefault(); save(asked); }}>
      <div className={classes.fields}>
        <TextInput size="xs" label={say("seasons.name")} value={words} maxLength={120} onChange={(event) => setWords(event.currentTarget.value)} data-autofocus />
        <div className={classes.choice}>
          <span>{say("seasons.when")}</span>
          <SegmentedControl size="xs" aria-label={say("seasons.when")} value={draft.kind} onChange={(kind) => choose(kind as Kind)} data={KINDS.map((kind) => ({ value: kind, label: say(`seasons.kind_${kind}`) }))} />
        </div>
        <DayField label={say(draft.kind === "tet" ? "seasons.first_of_tet" : "seasons.first")} kind={draft.kind} value={draft.first} change={(first) => setDraft({ ...draft, first })} />
        <DayField label={say(draft.kind === "tet" ? "seasons.last_of_tet" : "seasons.last")} kind={draft.kind} value={draft.last} change={(last) => setDraft({ ...draft, last })} />
        <div className={classes.choice}>
          <span>{say("seasons.pace_of")}</span>
          <SegmentedControl size="xs" aria-label={say("seasons.pace_of")} value={draft.percent === null ? "learned" : "set"} onChange={(how) => setDraft({ ...draft, percent: how === "set" ? (seen?.pace ?? 0) : null })} data={(["learned", "set"] as const).map((how) => ({ value: how, label: say(`seasons.by_${how}`) }))} />
        </div>
        {draft.percent !== null && (
          <NumberInput size="xs" label={say("seasons.percent")} value={draft.percent} min={0} max={200} clampBehavior="strict" allowDecimal={false} onChange={(value) => setDraft({ ...draft, percent: Number(value) || 0 })} />
        )}
      </div>
      <p className={classes.said} role="status" data-stale={pace.isFetching}>
        {pace.error ? say("seasons.not_yet") : seen && <Said learned={seen.learned} />}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={close}>{say("action.cancel")}</Button>
        <Button size="xs" type="submit" loading={saving} disabled={words.trim() === "" || pace.error !== null}>{say("action.save")}</Button>
      </div>
    </form>
  );
}

/** A first or last day: a date, month and day, or days from the first of the lunar year. */
function DayField({ label, kind, value, change }: { label: string; kind: Kind; value: string; change: (to: string) => void }) {
  if (kind === "tet") return <NumberInput size="xs" label={label} value={Number(value)} min={-120} max={120} allowDecimal={false} onChange={(to) => change(String(Number(to) || 0))} />;
  if (kind === "once") return <TextInput size="xs" type="date" label={label} value={value} onChange={(event) => change(event.currentTarget.value)} />;
  return <TextInput size="xs" label={label} value={value} maxLength={5} placeholder="09-02" inputMode="numeric" onChange={(event) => change(event.currentTarget.value)} />;
}
