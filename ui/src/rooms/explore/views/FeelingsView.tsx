import { Face } from "~/kit/drawing/Face";
import { feelingColour, type Level, LEVELS, levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import type { Where } from "../address";
import { Legend, Stacked } from "../drawing/Stacked";
import { rowsOf, type ViewProps } from "../view";
import classes from "./feelings.module.css";
import shared from "./views.module.css";

interface Felt {
  n: number;
  mean: number | null;
  levels: number[];
}

interface Row {
  touchpoint?: string;
  stage?: string;
  experience: Felt;
  expectation: Felt;
}

/** How customers felt, stage by stage and touchpoint by touchpoint, worst first; each level opens who said so. */
export function FeelingsView({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const felt = (part: string) => rowsOf<Row>(answer, part).filter(({ experience }) => experience.n > 0);
  const worst = [...felt("touchpoints")].sort((a, b) => (a.experience.mean ?? 0) - (b.experience.mean ?? 0));
  return (
    <>
      <Legend parts={LEVELS.map((level) => ({ name: say(`feeling.level_${level}`), colour: feelingColour(level) }))} />
      <h3 className={shared.title}>{say("explore.by_stage")}</h3>
      <Lines rows={felt("stages")} name={(row) => stage(row.stage ?? "")} open={open} />
      <h3 className={shared.title}>{say("explore.by_touchpoint")}</h3>
      <Lines rows={worst} name={(row) => step(row.touchpoint ?? "")} open={open} />
    </>
  );
}

function Lines({ rows, name, open }: { rows: Row[]; name: (row: Row) => string; open: ViewProps["open"] }) {
  const { say } = useTexts();
  const format = useFormat();
  if (rows.length === 0) return <p className={shared.note}>{say("explore.nobody_rated")}</p>;
  return (
    <ul className={classes.lines}>
      {rows.map((row) => {
        const { experience, expectation } = row;
        const where: Where = row.touchpoint ? { touchpoint: row.touchpoint } : { stage: row.stage ?? "" };
        const parts = experience.levels.map((value, i) => ({ key: String(i), value, name: say(`feeling.level_${i as Level}`), colour: feelingColour(i as Level), where: { ...where, level: String(i + 1) } }));
        return (
          <li key={name(row)}>
            <span className={classes.name}>{name(row)}</span>
            <Stacked parts={parts} most={experience.n} of={name(row)} open={open} />
            <button type="button" className={`plain ${classes.mean}`} onClick={() => open(where)}>
              <Face level={levelOf(experience.mean ?? 0)} size={18} hollow={experience.n < 30} />
              <strong>{format.signed(experience.mean ?? 0, 1)}</strong>
              <small>n {format.number(experience.n)}</small>
            </button>
            {expectation.mean === null ? <span /> : (
              <button type="button" className={`plain ${classes.expected}`} onClick={() => open({ ...where, kind: "expectation" })}>{say("explore.expected", { value: format.signed(expectation.mean, 1), n: format.number(expectation.n) })}</button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
