import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { ComputedColumn, ComputedTrait } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./traits.module.css";

const MOST = 6;

/** How a computed trait is spread over all real customers: quartiles of numbers, the most usual words. */
export function Distribution({ trait }: { trait: ComputedTrait }) {
  const { say } = useTexts();
  const format = useFormat();
  const found = useQuery({
    queryKey: ["computed-trait", trait.name, trait.version],
    queryFn: ({ signal }) => body(api.GET("/api/computed-traits/{name}", { params: { path: { name: trait.name } }, signal })),
  });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={1} height={72} />;
  const { customers, with_value: told } = found.data;
  return (
    <div className={classes.distribution}>
      <p className={classes.note}>{say("traits.told", { value: format.number(told), share: format.percent(customers > 0 ? told / customers : 0) })}</p>
      {found.data.usual.length > 0 && <Words column={found.data} of={trait.of} />}
      {found.data.median !== null && <Numbers column={found.data} />}
    </div>
  );
}

function Numbers({ column }: { column: ComputedColumn }) {
  const { say } = useTexts();
  const format = useFormat();
  const marks = [
    ["lowest", column.lowest],
    ["quartile", column.quartile],
    ["median", column.median],
    ["upper", column.upper_quartile],
    ["highest", column.highest],
  ] as const;
  const low = column.lowest ?? 0;
  const span = (column.highest ?? 0) - low || 1;
  const at = (value: number | null) => (((value ?? low) - low) / span) * 100;
  const from = at(column.quartile);
  return (
    <>
      <svg className={classes.box} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect x={0} y={5.5} width={100} height={1} className={classes.range} />
        <rect x={from} y={1} width={Math.max(0.6, at(column.upper_quartile) - from)} height={10} className={classes.middle} />
        <rect x={Math.min(99.4, at(column.median))} y={0} width={0.6} height={12} className={classes.median} />
      </svg>
      <dl className={classes.marks}>
        {marks.map(([mark, value]) => (
          <div key={mark}>
            <dt>{say(`traits.${mark}`)}</dt>
            <dd>{value === null ? "–" : format.number(value, 1)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Words({ column, of }: { column: ComputedColumn; of: ComputedTrait["of"] }) {
  const format = useFormat();
  const channelName = useChannelName();
  const most = column.usual[0]?.customers || 1;
  return (
    <ul className={classes.words}>
      {column.usual.slice(0, MOST).map(({ value, customers }) => (
        <li key={value}>
          <span style={{ width: `${(customers / most) * 100}%` }} aria-hidden="true" />
          <strong>{of === "channel" ? channelName(value) : value}</strong>
          <small>{format.number(customers)} · {format.percent(customers / (column.with_value || 1))}</small>
        </li>
      ))}
    </ul>
  );
}
