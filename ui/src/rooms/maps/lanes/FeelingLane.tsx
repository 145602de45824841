import type { CSSProperties } from "react";
import type { Feeling, JourneyMap, MapStage } from "~/api/types";
import { Face } from "~/kit/drawing/Face";
import { LEVELS, levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { feelingOf } from "../behinds";
import { bandPath, bridgePath, CURVE, expectationPath, experiencePath, heightOf, labelSide, pointsOf } from "../curve";
import { useSummary } from "../summary";
import classes from "./FeelingLane.module.css";
import { item, NO_LANE, same } from "./place";
import type { Opened } from "../opened";

const GAP_WORTH_SAYING = 0.5;

export function FeelingHeading() {
  const { say } = useTexts();
  return (
    <div className={classes.heading} style={{ height: CURVE.height }}>
      <span>{say("lane.feeling")}</span>
      <ul className={classes.legend}>
        <li data-kind="experience">{say("feeling.experience")}</li>
        <li data-kind="expectation">{say("feeling.expectation")}</li>
        <li data-kind="band">{say("feeling.interval")}</li>
      </ul>
      <ol className={classes.axis} aria-hidden="true">
        {LEVELS.map((level) => (
          <li key={level} style={{ top: heightOf(level - 2) }} title={say(`feeling.level_${level}`)}>
            <Face level={level} size={14} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface LaneProps {
  map: JourneyMap;
  lane: number;
  opened: Opened | null;
  open: (what: Opened) => void;
}

/** The feeling curve over all stages: one drawing, its points are buttons. */
export function FeelingLane({ map, lane, opened, open }: LaneProps) {
  const points = pointsOf(map.stages.map((stage) => stage.stage), map.feelings);
  const summary = useSummary(map);
  return (
    <div {...(lane === NO_LANE ? {} : { role: "gridcell", "aria-colspan": map.stages.length })} className={classes.lane} style={{ gridColumn: "2 / -1", height: CURVE.height, "--points": map.stages.length } as CSSProperties}>
      <svg className={classes.drawing} viewBox={`0 0 ${CURVE.width} ${CURVE.height}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        {map.stages.slice(1).map((stage, i) => (
          <line key={stage.stage} className={classes.divider} x1={((i + 1) / map.stages.length) * CURVE.width} x2={((i + 1) / map.stages.length) * CURVE.width} y1={0} y2={CURVE.height} />
        ))}
        {LEVELS.map((level) => (
          <line key={level} className={classes.level} data-zero={level === 2} x1={0} x2={CURVE.width} y1={heightOf(level - 2)} y2={heightOf(level - 2)} />
        ))}
        <path className={classes.band} d={bandPath(points)} />
        <path className={classes.expectation} d={expectationPath(points)} />
        <path className={classes.bridge} d={bridgePath(points)} />
        <path className={classes.line} d={experiencePath(points)} />
      </svg>
      {map.stages.map((stage, column) => (
        <Point key={stage.stage} stage={stage} feeling={feelingOf(map, stage.stage)} side={labelSide(points, column)} left={((column + 0.5) / map.stages.length) * 100} place={{ lane, column }} opened={opened} open={open} />
      ))}
    </div>
  );
}

interface PointProps {
  stage: MapStage;
  feeling: Feeling | null;
  side: "above" | "below";
  left: number;
  place: { lane: number; column: number };
  opened: Opened | null;
  open: (what: Opened) => void;
}

function Point({ stage, feeling, side, left, place, opened, open }: PointProps) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const experience = feeling?.experience ?? null;
  if (!feeling || !experience) {
    return (
      <span {...item(place)} className={classes.point} data-side="below" style={{ left: `${left}%`, top: heightOf(0) }}>
        <Face level={2} size={20} hollow />
        <span className={classes.label}>{say("feeling.none")}</span>
      </span>
    );
  }
  const gap = feeling.expectation ? experience.value - feeling.expectation.value : 0;
  const short = gap <= -GAP_WORTH_SAYING;
  const level = levelOf(experience.value);
  const label = say("feeling.label", { stage: name(stage.name), value: format.signed(experience.value), level: say(`feeling.level_${level}`), low: format.signed(experience.low), high: format.signed(experience.high), n: format.number(experience.n) });
  return (
    <button type="button" {...item(place)} className={`plain ${classes.point}`} data-side={side} aria-label={short ? `${label} ${say("feeling.short_of", { value: format.number(-gap, 1) })}` : label} aria-expanded={same(opened, feeling.behind)} style={{ left: `${left}%`, top: heightOf(experience.value) }} onClick={() => open(feeling.behind)}>
      <Face level={level} size={24} hollow={feeling.weak} />
      <span className={classes.label}>
        <strong style={{ color: `var(--feeling-${level})` }}>{format.signed(experience.value)}</strong>
        <span>n {format.number(experience.n)}</span>
        {short && <em>{say("feeling.short_of", { value: format.number(-gap, 1) })}</em>}
      </span>
    </button>
  );
}
