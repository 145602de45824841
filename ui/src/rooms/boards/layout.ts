/** How tiles lie in a grid twelve cells wide: nothing covers anything, and nothing floats above an empty place. */

export const COLUMNS = 12;
export const TALLEST = 40;

export interface Spot {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most));

export function overlap(a: Spot, b: Spot): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Tiles as they are read: from the top, then from the left. */
export function reading<T extends Spot>(tiles: readonly T[]): T[] {
  return [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The same tile inside the grid. */
export function inside<T extends Spot>(tile: T): T {
  const width = between(1, tile.width, COLUMNS);
  return { ...tile, width, height: between(1, tile.height, TALLEST), x: between(0, tile.x, COLUMNS - width), y: Math.max(0, tile.y) };
}

/** The board after one tile was put somewhere: others make room below, then everything rises. */
export function settle<T extends Spot>(tiles: readonly T[], moved: T): T[] {
  const first = inside(moved);
  const placed: T[] = [first];
  const before = tiles.find(({ id }) => id === moved.id);
  for (const tile of reading(tiles.filter(({ id }) => id !== moved.id))) {
    // Moved downwards, it changes places with what it comes upon: that takes the place it left.
    let spot = before && before.y < first.y && tile.y > before.y && overlap(tile, first) ? { ...tile, y: before.y } : tile;
    for (let hit = placed.find((other) => overlap(spot, other)); hit; hit = placed.find((other) => overlap(spot, other))) spot = { ...spot, y: hit.y + hit.height };
    placed.push(spot);
  }
  return rise(placed);
}

/** Every tile as high as it can be without passing another. */
export function rise<T extends Spot>(tiles: readonly T[]): T[] {
  const risen: T[] = [];
  for (const tile of reading(tiles)) {
    let spot = tile;
    while (spot.y > 0 && !risen.some((other) => overlap({ ...spot, y: spot.y - 1 }, other))) spot = { ...spot, y: spot.y - 1 };
    risen.push(spot);
  }
  return risen;
}

/** A new tile at the first free place. */
export function add<T extends Spot>(tiles: readonly T[], tile: T): T[] {
  const bottom = Math.max(0, ...tiles.map(({ y, height }) => y + height));
  for (let y = 0; y <= bottom; y++) {
    for (let x = 0; x <= COLUMNS - tile.width; x++) {
      if (!tiles.some((other) => overlap({ ...tile, x, y }, other))) return [...tiles, { ...tile, x, y }];
    }
  }
  return [...tiles, { ...tile, x: 0, y: bottom }];
}

const STEPS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** What a key does to a tile: arrows move it, Shift with arrows changes its size; null for any other key. */
export function byKey<T extends Spot>(tiles: readonly T[], tile: T, key: string, shift: boolean): T[] | null {
  const step = STEPS[key];
  if (!step) return null;
  const [dx, dy] = step;
  if (shift) return settle(tiles, { ...tile, width: Math.min(tile.width + dx, COLUMNS - tile.x), height: tile.height + dy });
  if (dy <= 0) return settle(tiles, { ...tile, x: tile.x + dx, y: tile.y + dy });
  // Downwards a tile would rise again at once: it changes places with the nearest one below it.
  const below = reading(tiles).find((other) => other.y >= tile.y + tile.height && other.x < tile.x + tile.width && tile.x < other.x + other.width);
  return below ? settle(tiles, { ...tile, y: below.y + below.height }) : null;
}
