import { IconClock } from "@tabler/icons-react";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { NoteMark } from "../remarks/NoteMark";
import classes from "./lanes.module.css";
import { item, type Place, same } from "./place";

export function StageHeading(place: Place) {
  const { say } = useTexts();
  const format = useFormat();
  const { stage, open, opened } = place;
  return (
    <button type="button" {...item(place)} className={`plain ${classes.stage}`} aria-expanded={same(opened, stage.behind)} onClick={() => open(stage.behind)}>
      <strong><Named name={stage.name} /> <NoteMark map={place.map} element={{ kind: "stage", key: stage.stage, stage: "" }} /></strong>
      <span>
        <span>{say("stage.customers", { count: stage.customers, value: format.number(stage.customers) })}</span>
        {stage.median_seconds !== null && stage.median_seconds > 0 && (
          <span title={say("stage.median")}>
            <IconClock size={12} role="img" aria-label={say("stage.median")} /> {format.duration(stage.median_seconds)}
          </span>
        )}
      </span>
    </button>
  );
}
