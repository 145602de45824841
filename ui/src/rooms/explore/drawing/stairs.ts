type Place = [x: number, y: number];

/** A line that keeps its height until the next point, from `start`; `backwards` is the same line walked from its end
 * (without a first move), to close a band. */
export function stairs(points: Place[], start: Place, backwards = false): string {
  const corners: Place[] = [start];
  for (const [x, y] of points) corners.push([x, (corners.at(-1) as Place)[1]], [x, y]);
  const written = (backwards ? corners.reverse() : corners).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return backwards ? written.join("L") : `M${written.join("L")}`;
}
