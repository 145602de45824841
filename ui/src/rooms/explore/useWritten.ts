import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { known, useTexts } from "~/texts/texts";
import type { Cell } from "./table";
import { useNumber } from "./useNumber";
import { dateOf, type Kind } from "./values";

interface Names {
  step: (key: string) => string;
  stage: (key: string) => string;
  /** Where it may be asked for over events too. */
  touchpoint?: (key: string) => string;
}

/** Below this, a p value is not written out. */
const SMALLEST = 0.001;

/** A value of an answer in words, in the language on screen. */
export function useWritten({ step, stage, touchpoint = step }: Names): (kind: Kind, value: Cell | Cell[]) => string {
  const { say } = useTexts();
  const format = useFormat();
  const channel = useChannelName();
  const currency = useCurrency();
  const date = usePeriodName();
  const number = useNumber();
  const one = (kind: Kind, value: Cell): string => {
    if (value === null || value === "") return "–";
    if (typeof value === "boolean") return say(value ? "explore.yes" : "explore.no");
    if (typeof value === "string") {
      if (kind === "step") return value.split(" > ").map(step).join(" → ");
      if (kind === "stage") return stage(value);
      if (kind === "touchpoint") return touchpoint(value);
      if (kind === "number") return number(value);
      if (kind === "about") return known(`explore.about_${value}`) ? say(`explore.about_${value}` as "explore.about_trait") : value;
      if (kind === "channel") return known(`channel.${value}`) ? channel(value) : step(value);
      return kind === "date" ? date(value) : said(value, say);
    }
    if (kind === "moment") return format.date(value);
    if (kind === "span") return format.duration(value);
    if (kind === "share") return format.percent(value);
    if (kind === "money") return format.compactMoney(value, currency);
    if (kind === "chance") return value < SMALLEST ? `< ${format.number(SMALLEST, 3)}` : format.number(value, 3);
    return format.number(value, kind === "figure" ? 2 : 1);
  };
  return (kind, value) => (Array.isArray(value) ? value.map((each) => one(kind, each)).join(kind === "step" ? " → " : " · ") : one(kind, value));
}

/** A day, a month or a week of an answer in the language on screen. */
export function usePeriodName(): (period: string) => string {
  const format = useFormat();
  return (period) => {
    const found = dateOf(period);
    return found === null ? period : found.month ? format.month(found.at) : format.date(found.at);
  };
}

function said(word: string, say: ReturnType<typeof useTexts>["say"]): string {
  const key = `explore.word_${word.replaceAll(" ", "_")}`;
  return known(key) ? say(key) : word;
}
