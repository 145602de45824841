import type { ComputedTrait } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useTexts } from "~/texts/texts";

/** A definition in words: what is measured, of which events, and how far back. */
export function useDescription(): (trait: ComputedTrait) => string {
  const { say } = useTexts();
  const channelName = useChannelName();
  return (trait) => {
    const of = trait.of === "" ? "" : trait.of === "property" ? trait.property : say(`traits.of_${trait.of}`);
    const of_what = [...trait.touchpoints, ...trait.events, ...trait.channels.map(channelName)].join(", ");
    const window = trait.window_days === 0 ? say("selection.all_time") : say("selection.last_days", { count: trait.window_days });
    return [say(`traits.measure_${trait.measure}`), of, of_what || say("traits.every_event"), window].filter(Boolean).join(" · ");
  };
}
