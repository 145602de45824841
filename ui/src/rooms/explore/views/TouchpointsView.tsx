import { Spark } from "~/kit/drawing/Spark";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { rowsOf, type ViewProps } from "../view";
import classes from "./touchpoints.module.css";
import shared from "./views.module.css";

interface Beside {
  touchpoint: string;
  count: number;
}

interface Row {
  touchpoint: string;
  events: number;
  customers: number;
  stages: { stage: string; events: number; customers: number }[];
  next: Beside[];
  previous: Beside[];
  trend: number[];
}

const SHOWN = 30;
const BESIDE = 2;

/** Every touchpoint: how many are there, week by week, in which stages, and what stands before and behind it. */
export function TouchpointsView({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const rows = rowsOf<Row>(answer, "touchpoints");
  const beside = (found: Beside[], self: string) => found.filter(({ touchpoint }) => touchpoint !== self).slice(0, BESIDE).map(({ touchpoint, count }) => `${step(touchpoint)} (${format.compact(count)})`).join(", ") || "–";
  return (
    <>
      <ul className={classes.cards}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.touchpoint}>
            <div className={classes.head}>
              <h3>{step(row.touchpoint)}</h3>
              <Spark values={row.trend} width={96} height={22} />
            </div>
            <button type="button" className={`plain ${classes.count}`} onClick={() => open({ touchpoint: row.touchpoint })}>{say("stage.customers", { count: row.customers, value: format.number(row.customers) })}</button>
            <small>{say("customer.events", { count: row.events, value: format.number(row.events) })}</small>
            <dl>
              <dt>{say("explore.before")}</dt>
              <dd>{beside(row.previous, row.touchpoint)}</dd>
              <dt>{say("explore.after")}</dt>
              <dd>{beside(row.next, row.touchpoint)}</dd>
            </dl>
            <p className={classes.stages}>
              {row.stages.filter(({ customers }) => customers > 0).map((each) => (
                <button key={each.stage} type="button" className={`plain ${classes.stage}`} onClick={() => open({ touchpoint: row.touchpoint, stage: each.stage })}>{stage(each.stage)} <b>{format.compact(each.customers)}</b></button>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p className={shared.note}>{say("explore.more_in_table", { shown: SHOWN, all: rows.length })}</p>}
    </>
  );
}
