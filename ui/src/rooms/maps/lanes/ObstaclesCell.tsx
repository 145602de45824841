import { use } from "react";
import type { Obstacle, Remark } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { biggestObstacle, obstaclesOf } from "../behinds";
import { useEffectText } from "../effect";
import type { Opened } from "../opened";
import { NoteMark } from "../remarks/NoteMark";
import { useOnMap } from "../remarks/useRemarks";
import { Searching } from "../useMap";
import classes from "./lanes.module.css";
import { NoData } from "./NoData";
import { item, type Place, same } from "./place";

export function ObstaclesCell(place: Place) {
  const { say } = useTexts();
  const found = obstaclesOf(place.map, place.stage.stage);
  const biggest = biggestObstacle(place.map);
  const searching = use(Searching);
  const own = useOnMap(place.map).obstacles(place.stage.stage);
  if (searching && own.length === 0) return <NoData place={place} text={say("lane.obstacles_searching")} />;
  if (found.length === 0 && own.length === 0) return <NoData place={place} text={say("lane.obstacles_none")} />;
  return (
    <ul className={classes.list}>
      {own.map((remark) => (
        <li key={remark.id}>
          <OwnCard remark={remark} place={place} />
        </li>
      ))}
      {found.map((obstacle) => (
        <li key={obstacle.key}>
          <ObstacleCard obstacle={obstacle} biggest={obstacle === biggest} place={place} />
        </li>
      ))}
    </ul>
  );
}

/** An obstacle that people put there: dashed, so that nobody takes it for one that was found. */
function OwnCard({ remark, place }: { remark: Remark; place: Place }) {
  const { say } = useTexts();
  const format = useFormat();
  const opened: Opened = { kind: "remark", key: remark.id, stage: "" };
  const chosen = same(place.opened, opened);
  const { number } = remark;
  return (
    <button type="button" {...item(place)} className={`plain ${classes.obstacle}`} data-own="true" data-chosen={chosen} aria-expanded={chosen} onClick={() => place.open(opened)}>
      <strong>{remark.title}</strong>
      <span>{number ? `${say("stage.customers", { count: number.customers, value: format.number(number.customers) })} · ${format.percent(number.share.value)} · ` : ""}{say("remarks.by_hand")}</span>
    </button>
  );
}

function ObstacleCard({ obstacle, biggest, place }: { obstacle: Obstacle; biggest: boolean; place: Place }) {
  const { say } = useTexts();
  const format = useFormat();
  const effect = useEffectText();
  const chosen = same(place.opened, obstacle.behind);
  return (
    <button type="button" {...item(place)} className={`plain ${classes.obstacle}`} data-biggest={biggest} data-chosen={chosen} aria-expanded={chosen} onClick={() => place.open(obstacle.behind)}>
      {biggest && <span className="unseen">{say("obstacle.biggest")}: </span>}
      <strong><Named name={obstacle.title} /></strong>
      <span>
        {say("stage.customers", { count: obstacle.customers, value: format.number(obstacle.customers) })} · {effect(obstacle)}
      </span>
      <NoteMark map={place.map} element={{ kind: "obstacle", key: obstacle.key, stage: obstacle.stage }} />
      {obstacle.group && <span className={classes.group}>{obstacle.group}</span>}
    </button>
  );
}
