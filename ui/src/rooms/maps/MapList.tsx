import type { JourneyMap, MapStage } from "~/api/types";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { feelingOf } from "./behinds";
import { AFTER_CURVE, BEFORE_CURVE } from "./MapGrid";
import { FeelingLane } from "./lanes/FeelingLane";
import { NO_LANE } from "./lanes/place";
import { StageHeading } from "./lanes/StageHeading";
import classes from "./MapList.module.css";
import { MovesCell } from "./moves/MovesCell";
import type { Opened } from "./opened";

interface ListProps {
  map: JourneyMap;
  opened: Opened | null;
  open: (what: Opened) => void;
}

/** The map one stage after the other, for narrow screens: the curve first, then a card per stage. */
export function MapList({ map, opened, open }: ListProps) {
  const { say } = useTexts();
  return (
    <div className={classes.list}>
      <section className={classes.curve} aria-label={say("lane.feeling")}>
        <h2>{say("lane.feeling")}</h2>
        <div className={classes.small}>
          <FeelingLane map={map} lane={NO_LANE} opened={opened} open={open} />
        </div>
        <ol className={classes.names} style={{ gridTemplateColumns: `repeat(${map.stages.length}, 1fr)` }}>
          {map.stages.map((stage) => (
            <li key={stage.stage}>
              <a href={`#stage-${stage.stage}`}><Named name={stage.name} /></a>
            </li>
          ))}
        </ol>
      </section>
      {map.stages.map((stage, column) => (
        <StageCard key={stage.stage} stage={stage} column={column} map={map} opened={opened} open={open} />
      ))}
    </div>
  );
}

function StageCard({ stage, column, ...rest }: ListProps & { stage: MapStage; column: number }) {
  const { say } = useTexts();
  const format = useFormat();
  const experience = feelingOf(rest.map, stage.stage)?.experience;
  const place = { ...rest, stage, column, lane: NO_LANE };
  return (
    <section id={`stage-${stage.stage}`} className={classes.card}>
      <header>
        <StageHeading {...place} />
        {experience && (
          <span className={classes.feeling}>
            <Face level={levelOf(experience.value)} size={22} /> <strong>{format.signed(experience.value)}</strong>
          </span>
        )}
      </header>
      {[...BEFORE_CURVE, ...AFTER_CURVE].map((lane) => (
        <div key={lane.key} className={classes.lane}>
          <h3>{say(lane.title)}</h3>
          <lane.Cell {...place} />
        </div>
      ))}
      {(rest.map.moves ?? []).map((moves) => (
        <div key={moves.segment} className={classes.lane}>
          <h3>{say("moves.lane")}: {moves.name}</h3>
          <MovesCell {...place} moves={moves} />
        </div>
      ))}
    </section>
  );
}
