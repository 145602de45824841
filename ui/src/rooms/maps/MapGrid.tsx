import { useRef } from "react";
import type { JourneyMap } from "~/api/types";
import { type TextKey, useTexts } from "~/texts/texts";
import { FeelingHeading, FeelingLane } from "./lanes/FeelingLane";
import { DataCell } from "./lanes/DataCell";
import { MetricsCell } from "./lanes/MetricsCell";
import { ObstaclesCell } from "./lanes/ObstaclesCell";
import { StageHeading } from "./lanes/StageHeading";
import { StepsCell } from "./lanes/StepsCell";
import { TouchpointsCell } from "./lanes/TouchpointsCell";
import type { Place } from "./lanes/place";
import classes from "./MapGrid.module.css";
import { LaneHeading } from "./moves/LaneHeading";
import { MovesCell } from "./moves/MovesCell";
import type { Opened } from "./opened";
import { useRoving } from "./useRoving";
import { useShown } from "./moves/useShown";

export interface Lane {
  key: "steps" | "touchpoints" | "obstacles" | "metrics" | "data";
  title: TextKey;
  Cell: (props: Place) => React.ReactNode;
}

export const BEFORE_CURVE: Lane[] = [
  { key: "steps", title: "lane.steps", Cell: StepsCell },
  { key: "touchpoints", title: "lane.touchpoints", Cell: TouchpointsCell },
];
export const AFTER_CURVE: Lane[] = [
  { key: "obstacles", title: "lane.obstacles", Cell: ObstaclesCell },
  { key: "metrics", title: "lane.metrics", Cell: MetricsCell },
  { key: "data", title: "lane.data", Cell: DataCell },
];
const CURVE_LANE = BEFORE_CURVE.length + 1;
const FIRST_MOVES = CURVE_LANE + 1 + AFTER_CURVE.length;

interface GridProps {
  map: JourneyMap;
  opened: Opened | null;
  open: (what: Opened) => void;
  /** The segment whose lane was just asked for: it stands below all others, so it is scrolled to. */
  added: string | undefined;
  removeLane: (segment: string) => void;
}

/** Stages across, lanes down. One Tab stop; arrow keys go from number to number, Enter opens what is behind it. */
export function MapGrid({ map, opened, open, added, removeLane }: GridProps) {
  const { say } = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const roving = useRoving(root);
  useShown(root, (map.moves ?? []).find((lane) => lane.segment === added)?.segment);
  const row = (lane: Lane, index: number) => (
    <div key={lane.key} role="row" className={classes.row}>
      <div role="rowheader" className={classes.lane}>{say(lane.title)}</div>
      {map.stages.map((stage, column) => (
        <div key={stage.stage} role="gridcell" className={classes.cell}>
          <lane.Cell map={map} stage={stage} lane={index} column={column} opened={opened} open={open} />
        </div>
      ))}
    </div>
  );
  return (
    <div ref={root} role="grid" aria-label={say("map.grid_label")} aria-describedby="map-keys" className={classes.grid} style={{ "--stages": map.stages.length } as React.CSSProperties} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
      <p id="map-keys" className="unseen">{say("map.keys")}</p>
      <div role="row" className={classes.row}>
        <div role="columnheader" className={classes.corner}>
          <span className="unseen">{say("map.lane")}</span>
        </div>
        {map.stages.map((stage, column) => (
          <div key={stage.stage} role="columnheader" className={classes.stage}>
            <StageHeading map={map} stage={stage} lane={0} column={column} opened={opened} open={open} />
          </div>
        ))}
      </div>
      {BEFORE_CURVE.map((lane, i) => row(lane, i + 1))}
      <div role="row" className={classes.row}>
        <div role="rowheader" className={classes.lane}>
          <FeelingHeading />
        </div>
        <FeelingLane map={map} lane={CURVE_LANE} opened={opened} open={open} />
      </div>
      {AFTER_CURVE.map((lane, i) => row(lane, CURVE_LANE + 1 + i))}
      {(map.moves ?? []).map((moves, i) => (
        <div key={moves.segment} role="row" className={classes.row}>
          <div role="rowheader" className={classes.lane} data-moves={moves.segment}>
            <LaneHeading lane={moves} remove={removeLane} />
          </div>
          {map.stages.map((stage, column) => (
            <div key={stage.stage} role="gridcell" className={classes.cell}>
              <MovesCell moves={moves} map={map} stage={stage} lane={FIRST_MOVES + i} column={column} opened={opened} open={open} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
