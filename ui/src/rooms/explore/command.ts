import type { Asking } from "./useExplore";

const word = (text: string) => (/^[\w.:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The same question for a terminal. */
export function command({ question, params, over, per, query }: Asking, fixed: boolean): string {
  const moment = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
  const options = [
    ...Object.entries(params).map(([name, value]) => [`--${name.replaceAll("_", "-")}`, value]),
    ...(fixed ? [] : [["--over", over]]),
    ...(per === "customer" ? [] : [["--per", per]]),
    ...(query.from_at === undefined ? [] : [["--from", moment(query.from_at)]]),
    ...(query.to_at === undefined ? [] : [["--to", moment(query.to_at)]]),
    ...(query.channel ?? []).map((channel) => ["--channel", channel]),
    ...(query.trait ?? []).map((trait) => ["--trait", trait]),
    ...(query.segment ?? []).map((segment) => ["--segment", segment]),
  ] as [string, string][];
  return ["wend ask", question, ...options.map(([name, value]) => `${name} ${word(value)}`)].join(" ");
}
