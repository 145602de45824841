import type { Name } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { useTexts } from "~/texts/texts";
import { Open } from "./RegistryTable";
import classes from "./registry.module.css";
import type { Opened } from "./UsageDrawer";
import type { StageTouches, Usage } from "./useUsage";

interface TouchesProps {
  usage: Usage;
  stageName: (key: string) => Name | undefined;
  touchpointName: (key: string) => Name | undefined;
  show: (opened: Opened) => void;
}

/** How many touches customers have in each stage, beside the plan. */
export function Touches({ usage, stageName, show }: TouchesProps) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const called = (key: string) => name(stageName(key) ?? { en: key, vi: key });
  const most = Math.max(1, ...usage.touches.map((one) => Math.max(one.high ?? 0, one.plan ?? 0)));
  return (
    <div className={tables.scroll}>
      <table className={`${tables.table} ${tables.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{say("customers.stage")}</th>
            <th scope="col" className={tables.wide}>{say("registry.touches")}</th>
            <th scope="col" data-number>{say("registry.plan")}</th>
            <th scope="col" data-number>{say("registry.fewer")}</th>
            <th scope="col" data-number>{say("registry.more")}</th>
            <th scope="col" data-number>{say("overview.customers")}</th>
          </tr>
        </thead>
        <tbody>
          {usage.touches.map((one) => (
            <tr key={one.stage}>
              <th scope="row">{called(one.stage)}</th>
              <td data-whole data-label={say("registry.touches")}>
                <Bar one={one} most={most} />
              </td>
              <td data-number data-label={say("registry.plan")} data-nothing={one.plan === null}>{one.plan ?? "–"}</td>
              <td data-number data-label={say("registry.fewer")} data-nothing={one.plan === null}>{one.fewer ? <Open value={one.fewer} label={called(one.stage)} go={() => show({ title: say("registry.who_fewer", { name: called(one.stage) }), where: { stage: one.stage, state: "fewer" } })} /> : one.plan ? "0" : "–"}</td>
              <td data-number data-label={say("registry.more")} data-nothing={one.plan === null}>{one.more ? <Open value={one.more} label={called(one.stage)} go={() => show({ title: say("registry.who_more", { name: called(one.stage) }), where: { stage: one.stage, state: "more" } })} /> : one.plan ? "0" : "–"}</td>
              <td data-number data-label={say("overview.customers")}>{one.n > 0 ? <Open value={one.n} label={called(one.stage)} go={() => show({ title: called(one.stage), where: { stage: one.stage } })} /> : format.number(0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The mean with its interval, the plan as a line. */
function Bar({ one, most }: { one: StageTouches; most: number }) {
  const { say } = useTexts();
  const format = useFormat();
  if (one.mean === null) return <span className={classes.quiet}>–</span>;
  const at = (value: number) => `${(100 * value) / most}%`;
  const low = one.low ?? one.mean;
  const high = one.high ?? one.mean;
  return (
    <span className={classes.touches}>
      <span className={classes.track} aria-hidden="true">
        <i style={{ width: at(one.mean) }} />
        <b style={{ left: at(low), width: at(high - low) }} />
        {one.plan !== null && <u style={{ left: at(one.plan) }} />}
      </span>
      <span>
        {format.number(one.mean, 1)} <small>{one.low === null ? "" : `${format.number(low, 1)}–${format.number(high, 1)}`}</small>
        {one.verdict && <em data-verdict={one.verdict}>{say(`registry.verdict_${one.verdict}`)}</em>}
      </span>
    </span>
  );
}

/** What two rules fit: the first one takes it, the other one counts less than people think. */
export function Twice({ usage, touchpointName, show }: TouchesProps) {
  const { say } = useTexts();
  const format = useFormat();
  const called = (key: string) => touchpointName(key) ?? { en: key, vi: key };
  const name = useName();
  return (
    <ul className={classes.twice}>
      {usage.twice.map((one) => {
        const title = say("registry.twice_line", { name: name(called(one.touchpoint)), taken: name(called(one.taken_by)) });
        return (
          <li key={`${one.touchpoint} ${one.taken_by}`}>
            <span><Named name={called(one.touchpoint)} /> <span className={classes.quiet}>{say("registry.taken_by")}</span> <Named name={called(one.taken_by)} /></span>
            <button type="button" className={`plain ${classes.open}`} onClick={() => show({ title, where: { touchpoint: one.touchpoint, taken_by: one.taken_by } })}>
              {say("registry.events", { count: one.events, value: format.number(one.events) })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
