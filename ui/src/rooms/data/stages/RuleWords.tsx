import type { Stage, Touchpoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./stages.module.css";

const SHOWN = 3;

/** The rules of a stage as sentences: any of them leads into it. */
export function RuleWords({ stage, first, touchpoints }: { stage: Stage; first: boolean; touchpoints: Touchpoint[] }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  if (stage.rules.length === 0) return <p className={classes.words}>{first ? say("stages.first") : say("stages.no_rule")}</p>;
  const called = (key: string) => {
    const found = touchpoints.find((one) => one.key === key);
    return found ? name(found.name) : key;
  };
  return (
    <ul className={classes.words}>
      {stage.rules.map((rule, i) => {
        const named = rule.touchpoints.slice(0, SHOWN).map(called).join(", ");
        const more = rule.touchpoints.length - SHOWN;
        const list = more > 0 ? say("stages.and_more", { named, count: more, value: format.number(more) }) : named || "…";
        return (
          <li key={i} title={rule.touchpoints.map(called).join(", ")}>
            {rule.at_least === 1 ? say("stages.words_once", { list }) : say("stages.words_times", { list, value: format.number(rule.at_least) })}
          </li>
        );
      })}
    </ul>
  );
}
