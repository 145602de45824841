import type { Moved, SegmentLane } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "../drawer/drawer.module.css";

/** The figures of who entered or left a segment in a stage, and what they do not contain. */
export function MovesFacts({ lane, moved }: { lane: SegmentLane; moved: Moved }) {
  const { say } = useTexts();
  const format = useFormat();
  const share = moved.share;
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{say("moves.customers")}</dt>
          <dd>{format.number(moved.customers)}</dd>
        </div>
        <div>
          <dt>{say("moves.times")}</dt>
          <dd>{format.number(moved.times)}</dd>
        </div>
        {share && (
          <div>
            <dt>{say("moves.share")}</dt>
            <dd>{say("moves.figure", { share: format.percent(share.value), low: format.percent(share.low), high: format.percent(share.high), n: format.number(share.n) })}</dd>
          </div>
        )}
        <div>
          <dt>{say("moves.version")}</dt>
          <dd>{format.number(lane.version)}</dd>
        </div>
      </dl>
      <p className={classes.method}>{say("moves.method", { date: format.date(lane.since) })}</p>
    </>
  );
}
