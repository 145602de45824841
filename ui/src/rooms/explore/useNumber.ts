import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { known, useTexts } from "~/texts/texts";

const CHANNEL = "channel ";

/** What one of the numbers by which customers are told apart is called. */
export function useNumber(): (name: string) => string {
  const { say } = useTexts();
  const channel = useChannelName();
  return (name) => {
    if (name.startsWith(CHANNEL)) return say("explore.number_of_channel", { channel: channel(name.slice(CHANNEL.length)) });
    const key = `explore.number_${name}`;
    return known(key) ? say(key) : name.replaceAll("_", " ");
  };
}
