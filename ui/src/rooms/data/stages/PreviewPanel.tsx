import type { Levels, PreviewedStageSet, StageSet } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import { MovesTable } from "./MovesTable";
import classes from "./preview.module.css";
import type { Where } from "./useStages";

const LEVELS = ["active", "slowing", "left"] as const;

interface PanelProps {
  set: StageSet;
  preview: PreviewedStageSet;
  stale: boolean;
  touched: boolean;
  show: (where: Where) => void;
}

/** Where customers would stand with the draft, beside today; every number opens them. */
export function PreviewPanel({ set, preview, stale, touched, show }: PanelProps) {
  const { say } = useTexts();
  const format = useFormat();
  const most = Math.max(1, ...preview.stages.map((one) => Math.max(one.customers, one.customers_today)));
  return (
    <Card title={say("stages.preview")} hint={touched ? say("stages.preview_help") : say("stages.preview_same")}>
      <div className={classes.panel} data-stale={stale} aria-busy={stale}>
        {touched && (
          <p className={classes.moved}>
            {preview.moved > 0 ? (
              <button type="button" className={`plain ${classes.open}`} onClick={() => show({ state: "moved" })}>
                {say("stages.moves", { count: preview.moved, value: format.number(preview.moved), all: format.number(preview.customers) })}
              </button>
            ) : (
              say("stages.nobody_moves")
            )}
          </p>
        )}
        <ul className={classes.bars}>
          {preview.stages.map((one) => (
            <li key={one.stage}>
              <span className={classes.name}><Named name={one.name} /></span>
              <span className={classes.bar} aria-hidden="true">
                <i style={{ width: `${(100 * one.customers) / most}%` }} />
                {touched && <u style={{ left: `${(100 * one.customers_today) / most}%` }} />}
              </span>
              <button type="button" className={`plain ${classes.open}`} onClick={() => show({ stage: one.stage })}>{format.number(one.customers)}</button>
            </li>
          ))}
        </ul>
        {touched && <p className={classes.legend}><u aria-hidden="true" /> {say("stages.tick_today")}</p>}
        {preview.moved > 0 && <MovesTable set={set} preview={preview} show={show} />}
        <Silences now={preview.levels} today={preview.levels_today} touched={touched} />
        {preview.findings.filter((one) => !set.stages.some((stage) => stage.key === one.entry)).map((one) => (
          <p key={one.sentence.en} className={classes.finding} role="alert"><Named name={one.sentence} /></p>
        ))}
      </div>
    </Card>
  );
}

function Silences({ now, today, touched }: { now: Levels; today: Levels; touched: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <dl className={classes.levels}>
      {LEVELS.map((level) => (
        <div key={level}>
          <dt>{say(`state.${level}`)}</dt>
          <dd>
            {format.number(now[level])}
            {touched && now[level] !== today[level] && <em>{format.signed(now[level] - today[level], 0)}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
