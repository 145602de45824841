import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { stepBehind } from "../behinds";
import classes from "./lanes.module.css";
import { NoData } from "./NoData";
import { item, type Place, same } from "./place";
import { Shortened } from "./Shortened";

const SHOWN = 3;

export function StepsCell(place: Place) {
  const { say } = useTexts();
  const format = useFormat();
  const { stage, open, opened } = place;
  if (stage.steps.length === 0) return <NoData place={place} text={say("lane.steps_none")} />;
  return (
    <Shortened
      all={stage.steps}
      most={SHOWN}
      place={place}
      keyOf={(step) => step.key}
      of={(step) => {
        const behind = stepBehind(step, stage);
        return (
          <button type="button" {...item(place)} className={`plain ${classes.step}`} aria-expanded={same(opened, behind)} onClick={() => open(behind)}>
            <span className={classes.stepName}><Named name={step.name} /></span>
            <span className={classes.quiet}>{format.percent(step.share, 0)}</span>
          </button>
        );
      }}
    />
  );
}
