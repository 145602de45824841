import { useFormat } from "~/kit/format";
import { wilson } from "~/kit/interval";
import { useTexts } from "~/texts/texts";
import { ShareBar } from "../drawing/ShareBar";
import { rowsOf, type ViewProps } from "../view";
import { FunnelTables } from "./FunnelTables";
import classes from "./views.module.css";

interface Step {
  step: string;
  customers: number;
  median_seconds?: number | null;
}

/** One bar a step, as a share of the first, with its interval; between two bars, who stopped there. */
export function FunnelView(props: ViewProps) {
  const { answer, step: named, open } = props;
  const { say } = useTexts();
  const format = useFormat();
  const steps = rowsOf<Step>(answer, "steps");
  const first = steps[0]?.customers ?? 0;
  const anyOrder = exploringOrder(props) === "any";
  const customers = (count: number) => say("stage.customers", { count, value: format.number(count) });
  return (
    <div className={classes.funnel}>
      <ol>
        {steps.map(({ step, customers: count, median_seconds }, i) => {
          const share = wilson(count, first);
          const next = steps[i + 1];
          const stopped = next ? count - next.customers : 0;
          return (
            <li key={`${i}${step}`}>
              <button type="button" className={`plain ${classes.bar}`} disabled={count === 0} onClick={() => open({ step: String(i + 1) })}>
                <span className={classes.label}><b>{i + 1}</b> {anyOrder ? say("explore.steps_done", { count: i + 1 }) : named(step)}</span>
                <span className={classes.figure}>
                  <strong>{customers(count)}</strong>
                  {i > 0 && share && <> · {format.percent(share.value)} <small>{say("explore.between", { low: format.percent(share.low), high: format.percent(share.high) })}</small></>}
                  {i > 0 && typeof median_seconds === "number" && <small> · {say("explore.median_after", { time: format.duration(median_seconds) })}</small>}
                </span>
                <span className={classes.track}>{share && <ShareBar value={share.value} low={i > 0 ? share.low : undefined} high={i > 0 ? share.high : undefined} />}</span>
              </button>
              {next && (
                <button type="button" className={`plain ${classes.stopped}`} disabled={stopped === 0} onClick={() => open({ step: String(i + 1), state: "stopped" })}>
                  {say("explore.went_on", { share: format.percent(count ? next.customers / count : 0) })}
                  {stopped > 0 && <> · <u>{say("explore.stopped_here", { count: stopped, value: format.number(stopped) })}</u></>}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {typeof answer.median_seconds === "number" && <p className={classes.note}>{say("explore.funnel_time", { median: format.duration(answer.median_seconds), p90: format.duration(Number(answer.p90_seconds)) })}</p>}
      <FunnelTables {...props} />
    </div>
  );
}

const exploringOrder = ({ exploring }: ViewProps) => exploring.ask?.order;
