import { feelingColour, type Level } from "~/kit/feelings";

const MOUTH: Record<Level, string> = {
  0: "M7 17.200Q12 11.600 17 17.200",
  1: "M7.800 16.600Q12 13.600 16.200 16.600",
  2: "M8 15.600H16",
  3: "M7.800 14.600Q12 17.800 16.200 14.600",
  4: "M7 14Q12 20 17 14Z",
};

/** A face whose mouth tells the level, so that colour is never alone. Hollow marks a figure that is weak or missing. */
export function Face({ level, size = 24, hollow = false }: { level: Level; size?: number; hollow?: boolean }) {
  const colour = feelingColour(level);
  const ink = hollow ? colour : "var(--surface)";
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10.500" fill={hollow ? "var(--surface)" : colour} stroke={hollow ? colour : "var(--surface)"} strokeWidth={hollow ? 2 : 1.5} strokeDasharray={hollow ? "3 2" : undefined} />
      <circle cx="8.700" cy="9.800" r="1.400" fill={ink} />
      <circle cx="15.300" cy="9.800" r="1.400" fill={ink} />
      <path d={MOUTH[level]} fill={level === 4 ? ink : "none"} stroke={ink} strokeWidth="1.800" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
