import type { SourcePage } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";

const WIDTH = 720;
const HEIGHT = 120;

/** A week, hour by hour: what was taken from below, what was held back on top of it. */
export function HourBars({ hours }: { hours: SourcePage["hours"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const top = Math.max(1, ...hours.map(({ volume }) => volume.accepted + volume.quarantined));
  const each = WIDTH / Math.max(1, hours.length);
  const first = hours[0];
  const last = hours.at(-1);
  if (!first || !last) return null;
  return (
    <figure className={classes.hours}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say("sources.hours_label", { from: format.moment(first.hour), to: format.moment(last.hour), most: format.number(top) })} preserveAspectRatio="none">
        {hours.map(({ hour, volume }, i) => {
          const taken = (volume.accepted / top) * HEIGHT;
          const held = (volume.quarantined / top) * HEIGHT;
          return (
            <g key={hour}>
              <title>{say("sources.hour", { at: format.moment(hour), accepted: format.number(volume.accepted), held: format.number(volume.quarantined) })}</title>
              <rect x={i * each} y={0} width={each} height={HEIGHT} fill="transparent" />
              <rect x={i * each + 0.4} y={HEIGHT - taken} width={Math.max(0.6, each - 0.8)} height={taken} fill="var(--bar)" />
              <rect x={i * each + 0.4} y={HEIGHT - taken - held} width={Math.max(0.6, each - 0.8)} height={held} fill="var(--bar-hit)" />
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span>{format.moment(first.hour)}</span>
        <span>{say("sources.most_in_an_hour", { most: format.number(top) })}</span>
        <span>{format.moment(last.hour)}</span>
      </figcaption>
    </figure>
  );
}
