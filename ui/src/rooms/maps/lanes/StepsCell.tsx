import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./lanes.module.css";
import { item, type Place, same } from "./place";
import { stepBehind } from "../behinds";
import { NoData } from "./NoData";

export function StepsCell(place: Place) {
  const { say } = useTexts();
  const format = useFormat();
  const { stage, open, opened } = place;
  if (stage.steps.length === 0) return <NoData place={place} text={say("lane.steps_none")} />;
  return (
    <ul className={classes.list}>
      {stage.steps.map((step) => {
        const behind = stepBehind(step, stage);
        return (
          <li key={step.key}>
            <button type="button" {...item(place)} className={`plain ${classes.step}`} aria-expanded={same(opened, behind)} onClick={() => open(behind)}>
              <span className={classes.stepName}><Named name={step.name} /></span>
              <span className={classes.quiet}>{format.percent(step.share, 0)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
