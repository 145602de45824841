import type { PreviewedStageSet, StageSet } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./preview.module.css";
import type { Where } from "./useStages";

/** From which stage of today to which one of the draft: the rows hold everybody, those who stay on a quiet ground. */
export function MovesTable({ set, preview, show }: { set: StageSet; preview: PreviewedStageSet; show: (where: Where) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const most = Math.max(1, ...preview.moves.filter((one) => one.before !== one.after).map((one) => one.customers));
  const rows = preview.today.filter((one) => one.customers > 0);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("stages.moves_table")}>
      <table className={classes.table}>
        <caption>{say("stages.moves_table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("stages.from_to")}</th>
            {set.stages.map((stage, i) => (
              <th key={stage.key} scope="col" aria-label={name(stage.name)} title={name(stage.name)}>
                <span>{i + 1}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from.stage}>
              <th scope="row"><Named name={from.name} /></th>
              {set.stages.map((to) => {
                const customers = preview.moves.find((one) => one.before === from.stage && one.after === to.key)?.customers ?? 0;
                const stays = from.stage === to.key;
                const shade = stays ? undefined : { "--share": `${Math.round(12 + (68 * customers) / most)}%` };
                return (
                  <td key={to.key} data-stays={stays} data-any={customers > 0} style={shade as React.CSSProperties | undefined}>
                    {customers > 0 && (
                      <button type="button" className={`plain ${classes.cell}`} aria-label={say("stages.move_cell", { from: name(from.name), to: name(to.name), count: customers, value: format.number(customers) })} onClick={() => show({ from: from.stage, to: to.key })}>
                        {format.compact(customers)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
