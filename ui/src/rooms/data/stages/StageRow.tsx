import { IconChevronDown, IconGripVertical } from "@tabler/icons-react";
import { type DragEvent, type KeyboardEvent, useId } from "react";
import type { Name, Stage, StagePreview, Touchpoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { RuleWords } from "./RuleWords";
import { StageRules } from "./StageRules";
import classes from "./stages.module.css";

interface RowProps {
  place: number;
  of: number;
  stage: Stage;
  said: Name[];
  touchpoints: Touchpoint[];
  counted: StagePreview | undefined;
  stale: boolean;
  wrong: string[];
  opened: boolean;
  open: (opened: boolean) => void;
  change: (stage: Stage | null) => void;
  /** By how many places the stage is to move. */
  shift: (by: number) => void;
  drag: { started: () => void; over: () => void; dropped: () => void; ended: () => void; target: boolean };
}

/** One stage: its place, its rules in words, how many stand there; opened, its rules to change. */
export function StageRow({ place, of, stage, said, touchpoints, counted, stale, wrong, opened, open, change, shift, drag }: RowProps) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const inside = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!by) return;
    event.preventDefault();
    shift(by);
  };
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData("text/plain", stage.key);
    event.dataTransfer.effectAllowed = "move";
    drag.started();
  };
  const difference = counted ? counted.customers - counted.customers_today : 0;
  return (
    <li className={classes.stage} data-target={drag.target} data-opened={opened} onDragOver={(event) => { event.preventDefault(); drag.over(); }} onDrop={(event) => { event.preventDefault(); drag.dropped(); }}>
      <div className={classes.heading}>
        <button type="button" className={`plain ${classes.grip}`} draggable aria-label={say("stages.move", { name: name(stage.name), place: place + 1, of })} title={say("stages.move_help")} data-stage={stage.key} onKeyDown={onKeyDown} onDragStart={onDragStart} onDragEnd={drag.ended}>
          <IconGripVertical size={16} aria-hidden="true" />
          <span className={classes.number}>{place + 1}</span>
        </button>
        <button type="button" className={`plain ${classes.opener}`} aria-expanded={opened} aria-controls={inside} onClick={() => open(!opened)}>
          <strong>{stage.name.en || stage.name.vi ? <Named name={stage.name} /> : stage.key}</strong>
          <IconChevronDown size={15} aria-hidden="true" />
        </button>
        {counted && (
          <span className={classes.count} data-stale={stale}>
            <b>{format.number(counted.customers)}</b>
            {difference !== 0 && <em data-less={difference < 0}>{format.signed(difference, 0)}</em>}
          </span>
        )}
      </div>
      <RuleWords stage={stage} first={place === 0} touchpoints={touchpoints} />
      {wrong.map((sentence) => (
        <p key={sentence} className={classes.wrong}>{sentence}</p>
      ))}
      {opened && (
        <div id={inside}>
          {said.map((reason, i) => (
            <p key={i} className={classes.said}><Named name={reason} /></p>
          ))}
          <StageRules stage={stage} touchpoints={touchpoints} change={change} remove={of > 1 ? () => change(null) : undefined} />
        </div>
      )}
    </li>
  );
}
