import { ActionIcon, Button, Checkbox, MultiSelect } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconBan, IconGripVertical, IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { type Built, NEW, readBuilt, readPlan, writeBuilt, writePlan } from "../building";
import { moved } from "../steps";
import type { StepChoice } from "../useStepNames";
import { Conditions } from "./Conditions";
import { DurationField } from "./DurationField";
import classes from "./fields.module.css";

interface StepsProps {
  written: string;
  choices: StepChoice[] | undefined;
  /** Steps of a funnel may have conditions and exclusions, those of a plan be skipped and due. */
  kind: "funnel" | "plan";
  change: (written: string) => void;
}

const CODEC = { funnel: { read: readBuilt, write: writeBuilt }, plan: { read: readPlan, write: writePlan } };

/** Steps in order: each one name or several of which any will do; moved by dragging or with the arrows. */
export function StepsField({ written, choices, kind, change }: StepsProps) {
  const { say } = useTexts();
  const { read, write } = CODEC[kind];
  const [steps, setSteps] = useState<Built[]>(() => read(written));
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => setSteps((before) => (write(before) === written ? before : read(written))), [written, read, write]);
  const set = (next: Built[]) => {
    setSteps(next);
    if (write(next) !== written) change(write(next));
  };
  const put = (i: number, to: Partial<Built>) => set(steps.map((each, at) => (at === i ? { ...each, ...to } : each)));
  return (
    <div className={classes.steps}>
      <ol className={classes.list} aria-label={say("explore.steps")}>
        {steps.map((step, i) => (
          <li
            key={`${i}${step.names.join("|")}`}
            className={classes.step}
            data-dragged={dragged === i}
            data-not={step.not}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) set(moved(steps, dragged, i));
              setDragged(null);
            }}
          >
            <span className={classes.grip} draggable title={say("explore.step_drag")} aria-hidden="true" onDragStart={(event) => { event.dataTransfer.setData("text/plain", String(i)); setDragged(i); }} onDragEnd={() => setDragged(null)}>
              <IconGripVertical size={16} />
            </span>
            <StepPicker step={step.names} place={i + 1} choices={choices} change={(names) => put(i, { names })} />
            <span className={classes.moves}>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_up", { step: i + 1 })} disabled={i === 0} onClick={() => set(moved(steps, i, i - 1))}><IconArrowUp size={15} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_down", { step: i + 1 })} disabled={i === steps.length - 1} onClick={() => set(moved(steps, i, i + 1))}><IconArrowDown size={15} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_remove", { step: i + 1 })} onClick={() => set(steps.filter((_, at) => at !== i))}><IconX size={15} /></ActionIcon>
            </span>
            <span className={classes.extras}>
              {kind === "funnel" && <Conditions step={i + 1} conditions={step.conditions} change={(conditions) => put(i, { conditions })} />}
              {kind === "funnel" && i > 0 && i < steps.length - 1 && (
                <Button variant={step.not ? "light" : "subtle"} color={step.not ? "orange" : "gray"} size="compact-xs" leftSection={<IconBan size={13} aria-hidden="true" />} aria-pressed={step.not} onClick={() => put(i, { not: !step.not })}>{say("explore.step_not")}</Button>
              )}
              {kind === "plan" && <Checkbox size="xs" label={say("explore.step_optional")} checked={step.optional} onChange={(event) => put(i, { optional: event.currentTarget.checked })} />}
              {kind === "plan" && i > 0 && <DurationField label={say("explore.step_due")} written={step.within} change={(within) => put(i, { within })} />}
            </span>
          </li>
        ))}
      </ol>
      <Button variant="light" size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setSteps([...steps, NEW])} disabled={steps.at(-1)?.names.length === 0}>
        {say("explore.step_add")}
      </Button>
    </div>
  );
}

function StepPicker({ step, place, choices, change }: { step: string[]; place: number; choices: StepChoice[] | undefined; change: (names: string[]) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const known = choices ?? [];
  const data = [...known.map(({ value, label }) => ({ value, label })), ...step.filter((name) => !known.some(({ value }) => value === name)).map((value) => ({ value, label: value }))];
  return (
    <MultiSelect
      size="xs"
      className={classes.picker ?? ""}
      aria-label={say("explore.step_at", { step: place })}
      placeholder={step.length === 0 ? say("explore.step_choose") : undefined}
      data={data}
      value={step}
      onChange={change}
      renderOption={({ option }) => {
        const customers = known.find(({ value }) => value === option.value)?.customers;
        return customers === undefined ? option.label : `${option.label} (${format.compact(customers)})`;
      }}
      searchable
      limit={100}
      nothingFoundMessage={say("selection.nothing_found")}
      comboboxProps={{ width: 300, position: "bottom-start" }}
    />
  );
}
