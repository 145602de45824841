import { use } from "react";
import type { Obstacle } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { biggestObstacle, obstaclesOf } from "../behinds";
import { useEffectText } from "../effect";
import { Searching } from "../useMap";
import classes from "./lanes.module.css";
import { NoData } from "./NoData";
import { item, type Place, same } from "./place";

export function ObstaclesCell(place: Place) {
  const { say } = useTexts();
  const found = obstaclesOf(place.map, place.stage.stage);
  const biggest = biggestObstacle(place.map);
  const searching = use(Searching);
  if (searching) return <NoData place={place} text={say("lane.obstacles_searching")} />;
  if (found.length === 0) return <NoData place={place} text={say("lane.obstacles_none")} />;
  return (
    <ul className={classes.list}>
      {found.map((obstacle) => (
        <li key={obstacle.key}>
          <ObstacleCard obstacle={obstacle} biggest={obstacle === biggest} place={place} />
        </li>
      ))}
    </ul>
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
      {obstacle.group && <span className={classes.group}>{obstacle.group}</span>}
    </button>
  );
}
