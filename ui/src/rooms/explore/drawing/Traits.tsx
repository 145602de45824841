import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { useNumber } from "../useNumber";
import classes from "./Traits.module.css";

/** A number by which a kind of customers is told, with its mean and everybody's. */
export interface Trait {
  group: number;
  number: string;
  level: "high" | "low";
  mean: number;
  of_all: number;
  typical: boolean;
}

/** What a kind of customers is like, the most telling first. */
export function Traits({ traits }: { traits: Trait[] }) {
  const { say } = useTexts();
  const format = useFormat();
  const number = useNumber();
  const currency = useCurrency();
  const written = (name: string, value: number) => (name === "money" ? format.compactMoney(value, currency) : name.startsWith("channel ") ? format.percent(value, 0) : format.number(value, value < 10 ? 1 : 0));
  return (
    <ul className={classes.traits}>
      {traits.map(({ number: name, level, mean, of_all }) => (
        <li key={name} data-level={level}>
          <span aria-hidden="true">{level === "high" ? "▲" : "▼"}</span> {number(name)} <strong>{written(name, mean)}</strong> <small>{say("explore.clusters_of_all", { value: written(name, of_all) })}</small>
        </li>
      ))}
    </ul>
  );
}
