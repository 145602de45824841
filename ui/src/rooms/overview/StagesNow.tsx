import { Link } from "@tanstack/react-router";
import type { Overview } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { opening } from "../maps/opened";
import classes from "./StagesNow.module.css";

/** One bar per stage: active, slowing down and left among the customers who stand there now. */
export function StagesNow({ stages }: { stages: Overview["stages"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const most = Math.max(1, ...stages.map((stage) => stage.customers));
  return (
    <div>
      <ul className={classes.legend} aria-hidden="true">
        <li data-state="active">{say("overview.active")}</li>
        <li data-state="slowing">{say("overview.slowing")}</li>
        <li data-state="left">{say("overview.left")}</li>
      </ul>
      <ul className={classes.bars}>
        {stages.map((stage) => {
          const active = Math.max(0, stage.customers - stage.slowing - stage.left);
          const parts = [["active", active], ["slowing", stage.slowing], ["left", stage.left]] as const;
          return (
            <li key={stage.stage}>
              <Link
                to="/map"
                search={opening(stage.behind)}
                className={classes.stage}
                aria-label={say("overview.stage_bar", { stage: name(stage.name), here: format.number(stage.customers), slowing: format.number(stage.slowing), left: format.number(stage.left) })}
              >
                <span className={classes.name}><Named name={stage.name} /></span>
                <span className={classes.track}>
                  {parts.map(([state, count]) => count > 0 && <span key={state} data-state={state} style={{ width: `${(count / most) * 100}%` }} title={`${say(`overview.${state}`)}: ${format.number(count)}`} />)}
                </span>
                <span className={classes.count}>{format.number(stage.customers)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
