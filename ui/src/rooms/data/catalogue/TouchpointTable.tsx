import type { ListedTouchpoint } from "~/api/types";
import { ChannelIcon } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";

/** The registry in the order in which its rules are tried: the first that fits takes the event. */
export function TouchpointTable({ touchpoints, edit }: { touchpoints: ListedTouchpoint[]; edit: (key: string) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <ol className={classes.registry}>
      {touchpoints.map(({ touchpoint, said, events, customers }) => (
        <li key={touchpoint.key}>
          <button type="button" className={`plain ${classes.touchpoint}`} onClick={() => edit(touchpoint.key)}>
            <ChannelIcon channel={touchpoint.channel} size={22} />
            <span className={classes.touchpointName}>
              <strong>
                <Named name={touchpoint.name} />
                {touchpoint.drafted && <span className={classes.drafted}>{say("catalogue.drafted")}</span>}
              </strong>
              <span className={classes.size}>{say("touchpoint.preview", { events: format.number(events), customers: format.number(customers) })}</span>
              {said[0] && <small><Named name={said[0]} /></small>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
