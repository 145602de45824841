import type { JourneyMap } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { feelingOf } from "./behinds";

/** The feeling curve as a sentence, for those who hear it. */
export function useSummary(map: JourneyMap): string {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const said = map.stages.flatMap((stage) => {
    const experience = feelingOf(map, stage.stage)?.experience;
    return experience ? [{ stage: name(stage.name), value: experience.value, n: experience.n }] : [];
  });
  const lowest = said.reduce<(typeof said)[number] | null>((best, one) => (!best || one.value < best.value ? one : best), null);
  const highest = said.reduce<(typeof said)[number] | null>((best, one) => (!best || one.value > best.value ? one : best), null);
  if (!lowest || !highest) return say("feeling.summary_none");
  return say("feeling.summary", { high: highest.stage, high_value: format.signed(highest.value), low: lowest.stage, low_value: format.signed(lowest.value), n: format.number(lowest.n) });
}
