import { ActionIcon, Button, MultiSelect } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { moved, readSteps, type Steps, writeSteps } from "../steps";
import type { StepChoice } from "../useStepNames";
import classes from "./fields.module.css";

interface StepsProps {
  written: string;
  choices: StepChoice[] | undefined;
  change: (written: string) => void;
}

/** Steps in order: each one name or several of which any will do; moved by dragging or with the arrows. */
export function StepsField({ written, choices, change }: StepsProps) {
  const { say } = useTexts();
  const [steps, setSteps] = useState<Steps>(() => readSteps(written));
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => setSteps((before) => (writeSteps(before) === written ? before : readSteps(written))), [written]);
  const set = (next: Steps) => {
    setSteps(next);
    if (writeSteps(next) !== written) change(writeSteps(next));
  };
  return (
    <div className={classes.steps}>
      <ol className={classes.list} aria-label={say("explore.steps")}>
        {steps.map((step, i) => (
          <li
            key={`${i}${step.join("|")}`}
            className={classes.step}
            data-dragged={dragged === i}
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
            <StepPicker step={step} place={i + 1} choices={choices} change={(names) => set(steps.map((each, at) => (at === i ? names : each)))} />
            <span className={classes.moves}>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_up", { step: i + 1 })} disabled={i === 0} onClick={() => set(moved(steps, i, i - 1))}><IconArrowUp size={15} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_down", { step: i + 1 })} disabled={i === steps.length - 1} onClick={() => set(moved(steps, i, i + 1))}><IconArrowDown size={15} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={say("explore.step_remove", { step: i + 1 })} onClick={() => set(steps.filter((_, at) => at !== i))}><IconX size={15} /></ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      <Button variant="light" size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setSteps([...steps, []])} disabled={steps.at(-1)?.length === 0}>
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
      renderOption={({ option }) => `${option.label} (${format.compact(known.find(({ value }) => value === option.value)?.customers ?? 0)})`}
      searchable
      limit={100}
      nothingFoundMessage={say("selection.nothing_found")}
      comboboxProps={{ width: 300, position: "bottom-start" }}
    />
  );
}
