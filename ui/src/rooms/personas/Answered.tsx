import { Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Persona, PersonaLine } from "~/api/types";
import { IntervalBar } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import type { Where } from "~/rooms/explore/address";
import { type Difference, useDifference, whereOf } from "~/rooms/explore/useDifference";
import { useStageName } from "~/rooms/explore/useStepNames";
import { whoIs } from "~/rooms/segments/SegmentsPage";
import { useTexts } from "~/texts/texts";
import { LineForm } from "./LineForm";
import classes from "./personas.module.css";
import type { Asks } from "./telling";
import { useKeepingPersonas } from "./usePersonas";

/** From "never" to "always more", as the comparison measures it. */
const RANGE = { from: -1, to: 1 };

interface AnsweredProps {
  persona: Persona;
  asks: Asks;
  rows: Difference[];
  /** What comes before a purchase, or before ratings, where that is the question. */
  driving?: ReactNode;
  /** Null where nothing can be opened or changed. */
  open: ((where: Where, title: string) => void) | null;
}

/** One of the four questions: what the log says to it, and what people know. */
export function Answered({ persona, asks, rows, driving, open }: AnsweredProps) {
  const { say } = useTexts();
  const [writing, setWriting] = useState(false);
  const { change } = useKeepingPersonas();
  const lines = persona.lines.filter((line) => line.asks === asks);
  const keep = (all: Pick<PersonaLine, "asks" | "text" | "source">[]) => change.mutate({ persona, lines: all }, { onSuccess: () => setWriting(false) });
  const add = <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} aria-hidden="true" />} onClick={() => setWriting(true)} data-controls>{say("personas.write")}</Button>;
  return (
    <Card title={say(`personas.asks_${asks}`)} aside={open !== null && !writing && add}>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => <Line key={`${line.text}${line.source}`} line={line} busy={change.isPending} remove={open === null ? null : () => keep(persona.lines.filter((each) => each !== line))} />)}
        </ul>
      )}
      {writing && <LineForm busy={change.isPending} cancel={() => setWriting(false)} keep={(text, source) => keep([...persona.lines, { asks, text, source }])} />}
      {change.error && <ErrorNote error={change.error} />}
      {rows.length > 0 && <Findings rows={rows} open={open} />}
      {driving}
      {rows.length === 0 && !driving && !writing && (lines.length === 0 || asks !== "goals") && <p className={classes.faint}>{say(asks === "goals" ? "personas.log_silent" : "personas.log_nothing")}</p>}
    </Card>
  );
}

/** What somebody wrote, where from, and the way to take it off. */
function Line({ line, busy, remove }: { line: PersonaLine; busy: boolean; remove: (() => void) | null }) {
  const { say } = useTexts();
  const format = useFormat();
  const [sure, setSure] = useState(false);
  return (
    <li>
      <p>{line.text}</p>
      {remove && !sure && <button type="button" className={`plain ${classes.off}`} aria-label={say("personas.line_remove", { text: line.text })} title={say("personas.line_remove", { text: line.text })} onClick={() => setSure(true)} data-controls><IconX size={14} aria-hidden="true" /></button>}
      <small>{line.by === "" ? say("personas.line_known", { source: line.source, at: format.date(line.at) }) : say("personas.line_source", { source: line.source, by: whoIs(line.by, say), at: format.date(line.at) })}</small>
      {remove && sure && (
        <span className={classes.acts} data-controls>
          <Button size="compact-xs" color="red" loading={busy} onClick={remove}>{say("personas.line_off")}</Button>
          <Button size="compact-xs" variant="default" onClick={() => setSure(false)}>{say("action.cancel")}</Button>
        </span>
      )}
    </li>
  );
}

/** In what they differ from everybody else; each opens its customers. */
function Findings({ rows, open }: { rows: Difference[]; open: AnsweredProps["open"] }) {
  const { say } = useTexts();
  const told = useDifference(useStageName(undefined));
  return (
    <ul className={classes.findings} aria-label={say("personas.from_log")}>
      {rows.map((row) => (
        <li key={`${row.about} ${row.what} ${row.value}`}>
          <button type="button" className={`plain ${classes.finding}`} disabled={open === null} onClick={() => open?.(whereOf(row), told.named(row))}>
            <span className={classes.label}>{told.named(row)} <small>{told.about(row)}</small></span>
            <span className={classes.figure}><strong>{told.value(row)}</strong> <small>{told.against(row)}</small></span>
            <span className={classes.bar}><IntervalBar value={row.effect} low={row.effect_low} high={row.effect_high} range={RANGE} hit={row.effect < 0} /></span>
            <span className={classes.lift}><b>{told.lift(row)}</b> <small>{told.between(row)}</small></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
