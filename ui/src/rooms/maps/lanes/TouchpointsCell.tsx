import type { MapTouchpoint } from "~/api/types";
import { ChannelIcon, useChannelName } from "~/kit/drawing/ChannelIcon";
import { change, Spark } from "~/kit/drawing/Spark";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { touchpointsOf } from "../behinds";
import { NoteMark, useNotesHere } from "../remarks/NoteMark";
import classes from "./lanes.module.css";
import { NoData } from "./NoData";
import { item, type Place, same } from "./place";
import { Shortened } from "./Shortened";

const SHOWN = 4;

export function TouchpointsCell(place: Place) {
  const { say } = useTexts();
  const found = touchpointsOf(place.map, place.stage.stage).sort((a, b) => b.events - a.events);
  if (found.length === 0) return <NoData place={place} text={say("lane.touchpoints_none")} />;
  return <Shortened all={found} most={SHOWN} place={place} keyOf={(one) => one.touchpoint} of={(one) => <TouchpointButton touchpoint={one} place={place} />} />;
}

function TouchpointButton({ touchpoint, place }: { touchpoint: MapTouchpoint; place: Place }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const channel = useChannelName()(touchpoint.channel);
  const { open, opened } = place;
  const element = { kind: "touchpoint", key: touchpoint.touchpoint, stage: touchpoint.stage } as const;
  const notes = useNotesHere(place.map, element);
  const moved = change(touchpoint.trend.weekly);
  const label = say("touchpoint.label", { name: name(touchpoint.name), channel, events: format.number(touchpoint.events), customers: format.number(touchpoint.customers), change: format.signed(moved * 100, 0) });
  return (
    <button type="button" {...item(place)} className={`plain ${classes.touchpoint}`} aria-label={label} aria-description={notes} aria-expanded={same(opened, touchpoint.behind)} onClick={() => open(touchpoint.behind)}>
      <ChannelIcon channel={touchpoint.channel} labelled={false} />
      <span className={classes.touchpointName}><Named name={touchpoint.name} /> <NoteMark map={place.map} element={element} /></span>
      <span className={classes.volume}>
        <span className={classes.quiet}>{format.compact(touchpoint.events)}</span>
        <Spark values={touchpoint.trend.weekly} />
      </span>
    </button>
  );
}
