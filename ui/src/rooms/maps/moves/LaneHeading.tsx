import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { SegmentLane } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./moves.module.css";

/** What a segment's lane counts, since when, and whom no stage of the map has. */
export function LaneHeading({ lane, remove }: { lane: SegmentLane; remove: (segment: string) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const { elsewhere } = lane;
  const anew = lane.anew.entered + lane.anew.left;
  return (
    <div className={classes.heading}>
      <span className={classes.caption}>{say("moves.lane")}</span>
      <span className={classes.name}>
        <Link to="/segments/$segment" params={{ segment: lane.segment }}>{lane.name}</Link>
        <button type="button" className={`plain ${classes.remove}`} aria-label={say("moves.remove", { name: lane.name })} title={say("moves.remove", { name: lane.name })} onClick={() => remove(lane.segment)}>
          <IconX size={13} aria-hidden="true" />
        </button>
      </span>
      <span className={classes.quiet} title={say("moves.since_help")}>{say("moves.since", { date: format.date(lane.since) })}</span>
      {elsewhere.entered + elsewhere.left > 0 && (
        <span className={classes.quiet} title={say("moves.elsewhere_help")}>{say("moves.elsewhere", { entered: format.number(elsewhere.entered), left: format.number(elsewhere.left) })}</span>
      )}
      {anew > 0 && <span className={classes.quiet} title={say("moves.anew_help")}>{say("moves.anew", { count: anew, value: format.number(anew) })}</span>}
    </div>
  );
}
