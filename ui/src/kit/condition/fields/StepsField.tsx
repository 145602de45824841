import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconBan, IconPlus, IconX } from "@tabler/icons-react";
import { useTexts } from "~/texts/texts";
import classes from "../condition.module.css";
import { useBuilding } from "../context";
import { put, reordered } from "../parts";
import { type Body, isBody } from "../tree";
import { AddCompared, ComparedTests } from "./ComparedTests";
import { HappeningField } from "./HappeningField";
import { DurationField } from "./NumberFields";
import { AddTest, WhereTests } from "./WhereTests";

const MOST = 12;

/** What happened one after another, and what may not have come between. */
export function StepsField({ body, change, wrong }: { body: Body; change: (body: Body) => void; wrong?: string | undefined }) {
  const { say } = useTexts();
  const { dated } = useBuilding();
  const steps = (Array.isArray(body.steps) ? body.steps : []).map((step) => (isBody(step) ? step : {}));
  const set = (next: Body[]) => change({ ...body, steps: next.map((step, i) => (i === 0 ? put(put(step, "without", undefined), "compared", undefined) : step)) });
  const edit = (i: number, to: Body) => set(steps.map((step, at) => (at === i ? to : step)));
  const places = steps.map((_, at) => at);
  const swap = (i: number, to: number) => set(reordered(steps, places.map((at) => (at === i ? to : at === to ? i : at))));
  return (
    <div className={classes.steps}>
      <ol aria-label={say("condition.steps")}>
        {steps.map((step, i) => (
          <li key={i} className={classes.step}>
            <span className={classes.place} aria-hidden="true">{i + 1}</span>
            <div className={classes.said}>
              {i > 0 && <Barred step={step} place={i + 1} change={(to) => edit(i, to)} wrong={wrong} />}
              <HappeningField label={say("condition.step_at", { place: i + 1 })} body={step} change={(to) => edit(i, to)} wrong={wrong} />
              <AddTest body={step} change={(to) => edit(i, to)} />
              {i > 0 && !dated && <AddCompared step={step} place={i + 1} change={(to) => edit(i, to)} />}
              {i > 0 && step.without === undefined && <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconBan size={13} aria-hidden="true" />} onClick={() => edit(i, { ...step, without: [{}] })}>{say("condition.without_add")}</Button>}
              <span className={classes.nudges}>
                <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("condition.step_up", { place: i + 1 })} disabled={i === 0} onClick={() => swap(i, i - 1)}><IconArrowUp size={14} aria-hidden="true" /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("condition.step_down", { place: i + 1 })} disabled={i === steps.length - 1} onClick={() => swap(i, i + 1)}><IconArrowDown size={14} aria-hidden="true" /></ActionIcon>
                {steps.length > 2 && <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("condition.step_remove", { place: i + 1 })} onClick={() => set(reordered(steps, places.filter((at) => at !== i)))}><IconX size={14} aria-hidden="true" /></ActionIcon>}
              </span>
            </div>
            <WhereTests body={step} change={(to) => edit(i, to)} wrong={wrong} />
            {i > 0 && <ComparedTests step={step} place={i + 1} change={(to) => edit(i, to)} wrong={wrong} />}
          </li>
        ))}
      </ol>
      <div className={classes.said}>
        <Button size="compact-xs" variant="light" leftSection={<IconPlus size={13} aria-hidden="true" />} disabled={steps.length >= MOST} onClick={() => set([...steps, {}])}>{say("condition.step_add")}</Button>
        {body.within === undefined ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change({ ...body, within: "7d" })}>{say("condition.within_add")}</Button>
        ) : (
          <>
            <span className={classes.word}>{say("condition.within")}</span>
            <DurationField label={say("condition.within")} written={body.within} change={(within) => change(put(body, "within", within === "" ? undefined : within))} />
          </>
        )}
      </div>
    </div>
  );
}

/** What may not have come before a step; several kinds of things are kept as they are written. */
function Barred({ step, place, change, wrong }: { step: Body; place: number; change: (step: Body) => void; wrong?: string | undefined }) {
  const { say } = useTexts();
  const barred = Array.isArray(step.without) ? step.without.filter(isBody) : [];
  const [only] = barred;
  if (!only) return null;
  return (
    <div className={classes.barred}>
      <span className={classes.word}>{say("condition.without")}</span>
      {barred.map((each, i) => (
        <HappeningField key={i} label={say("condition.without_at", { place })} body={each} change={(to) => change({ ...step, without: barred.map((other, at) => (at === i ? to : other)) })} wrong={wrong} />
      ))}
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("condition.without_remove", { place })} onClick={() => change(put(step, "without", undefined))}><IconX size={14} aria-hidden="true" /></ActionIcon>
    </div>
  );
}
