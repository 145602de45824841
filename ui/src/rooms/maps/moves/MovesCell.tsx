import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import type { Moved, SegmentLane } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { movedOf } from "../behinds";
import laneClasses from "../lanes/lanes.module.css";
import { NoData } from "../lanes/NoData";
import { item, type Place, same } from "../lanes/place";
import classes from "./moves.module.css";

const KINDS = ["entered", "exited"] as const;
/** A smaller share would be written as nothing. */
const TINY = 0.001;
const SIGNS = { entered: IconArrowRight, exited: IconArrowLeft };

/** How many of a stage's customers entered a segment while they stood in it, and how many left it. */
export function MovesCell({ moves, ...place }: Place & { moves: SegmentLane }) {
  const { say } = useTexts();
  const found = KINDS.map((kind) => ({ kind, moved: movedOf(moves, place.stage.stage, kind) })).filter(({ moved }) => moved && moved.customers > 0);
  if (found.length === 0) return <NoData place={place} text={say("moves.nobody")} />;
  return (
    <ul className={laneClasses.list}>
      {found.map(({ kind, moved }) => (
        <li key={kind}>{moved && <MovedButton kind={kind} moved={moved} name={moves.name} place={place} />}</li>
      ))}
    </ul>
  );
}

function MovedButton({ kind, moved, name, place }: { kind: (typeof KINDS)[number]; moved: Moved; name: string; place: Place }) {
  const { say } = useTexts();
  const format = useFormat();
  const stage = useName()(place.stage.name);
  const Sign = SIGNS[kind];
  const share = moved.share;
  const label = share
    ? say(`moves.${kind}_label`, { count: moved.customers, value: format.number(moved.customers), name, stage, share: format.percent(share.value), low: format.percent(share.low), high: format.percent(share.high), n: format.number(share.n) })
    : "";
  return (
    <button type="button" {...item(place)} className={`plain ${classes.moved}`} data-kind={kind} aria-label={label} title={label} aria-expanded={same(place.opened, moved.behind)} onClick={() => place.open(moved.behind)}>
      <Sign size={14} stroke={2} aria-hidden="true" />
      <span className={classes.told}>
        <strong>{format.number(moved.customers)}</strong> {say(`moves.${kind}`)}
      </span>
      {share && <span className={laneClasses.quiet}>{share.value < TINY ? `< ${format.percent(TINY)}` : format.percent(share.value)}</span>}
    </button>
  );
}
