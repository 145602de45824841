/** A tiny line of weekly volumes, from zero, so that its height compares with itself only. */
export function Spark({ values, width = 44, height = 12 }: { values: number[]; width?: number; height?: number }) {
  const path = sparkPath(values, width, height);
  if (!path) return null;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false" style={{ display: "block" }}>
      <path d={`${path}L${width - 1} ${height}L1 ${height}Z`} fill="var(--accent)" opacity="0.12" />
      <path d={path} fill="none" stroke="var(--accent)" strokeWidth="1.300" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

export function sparkPath(values: number[], width: number, height: number): string {
  const top = Math.max(...values, 0);
  if (values.length < 2 || top === 0) return "";
  const x = (i: number) => 1 + (i / (values.length - 1)) * (width - 2);
  const y = (value: number) => height - 1 - (value / top) * (height - 2);
  return values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
}

/** How the second half of the weeks compares with the first: −1…, 0 when it cannot be said. */
export function change(values: number[]): number {
  const half = Math.floor(values.length / 2);
  if (half < 2) return 0;
  const sum = (part: number[]) => part.reduce((a, b) => a + b, 0);
  const before = sum(values.slice(0, half));
  const after = sum(values.slice(values.length - half));
  return before === 0 ? 0 : after / before - 1;
}
