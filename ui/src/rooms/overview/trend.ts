interface Figure {
  value: number;
  low: number;
  high: number;
}

export interface Trend {
  points: ({ x: number; y: number } | null)[];
  line: string;
  band: string;
  ticks: { value: number; y: number }[];
  digits: number;
}

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1];
const EDGE = 10;

/** A line with its band on a thousand units of width; the scale shows round values around the intervals. */
export function trend(figures: (Figure | null)[], height: number): Trend {
  const known = figures.filter((figure) => figure !== null);
  const lowest = Math.min(...known.map((figure) => figure.low));
  const highest = Math.max(...known.map((figure) => figure.high));
  const step = STEPS.find((one) => (highest - lowest) / one <= 4) ?? 1;
  const from = Math.max(-2, Math.floor(lowest / step) * step);
  const to = Math.min(2, Math.max(from + step, Math.ceil(highest / step) * step));
  const y = (value: number) => EDGE + ((to - Math.max(from, Math.min(to, value))) / (to - from)) * (height - 2 * EDGE);
  const x = (i: number) => ((i + 0.5) / figures.length) * 1000;
  const points = figures.map((figure, i) => (figure ? { x: x(i), y: y(figure.value) } : null));
  let line = "";
  let band = "";
  let run: number[] = [];
  const close = () => {
    if (run.length > 1) {
      const at = (i: number, side: "low" | "high" | "value") => `${x(i).toFixed(1)} ${y((figures[i] as Figure)[side]).toFixed(1)}`;
      line += `M${run.map((i) => at(i, "value")).join("L")}`;
      band += `M${run.map((i) => at(i, "high")).join("L")}L${[...run].reverse().map((i) => at(i, "low")).join("L")}Z`;
    }
    run = [];
  };
  figures.forEach((figure, i) => (figure ? run.push(i) : close()));
  close();
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toFixed(2))).map((value) => ({ value, y: y(value) }));
  return { points, line, band, ticks, digits: step < 0.1 || step === 0.25 ? 2 : 1 };
}
