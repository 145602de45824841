import { useFormat } from "~/kit/format";
import { type TextKey, useTexts } from "~/texts/texts";
import classes from "./lanes.module.css";
import { item, type Place } from "./place";

export const DATA_KINDS: { kind: "behaviour" | "transactions" | "identity" | "feelings"; text: TextKey }[] = [
  { kind: "behaviour", text: "data.behaviour" },
  { kind: "transactions", text: "data.transactions" },
  { kind: "identity", text: "data.identity" },
  { kind: "feelings", text: "data.feelings" },
];

/** Which data exists in a stage, as the share of its customers that has each kind. */
export function DataCell(place: Place) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <dl {...item(place)} className={classes.data}>
      {DATA_KINDS.map(({ kind, text }) => {
        const share = place.stage.data[kind];
        return (
          <div key={kind} title={say("data.help", { kind: say(text), share: format.percent(share, 0) })}>
            <dt>{say(text)}</dt>
            <dd>
              <span className={classes.track} aria-hidden="true">
                <span style={{ width: `${share * 100}%` }} />
              </span>
              <span className={classes.quiet}>{share > 0 && share < 0.005 ? "<1%" : format.percent(share, 0)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
