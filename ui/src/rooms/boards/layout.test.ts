import { describe, expect, it } from "vitest";
import { add, byKey, COLUMNS, overlap, rise, settle, type Spot } from "./layout";

/** Numbers that look random and are the same each time. */
function* chance(seed: number) {
  for (let at = seed; ; ) {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield at / 2_147_483_648;
  }
}

function boards(count: number): Spot[][] {
  const draw = chance(7);
  const up = (most: number) => Math.floor((draw.next().value as number) * most);
  return Array.from({ length: count }, () => {
    let tiles: Spot[] = [];
    for (let i = 0; i <= up(9); i++) tiles = add(tiles, { id: String(i), x: 0, y: 0, width: 1 + up(COLUMNS), height: 1 + up(6) });
    return tiles;
  });
}

const free = (tiles: Spot[]) => tiles.every((a, i) => tiles.slice(i + 1).every((b) => !overlap(a, b)));
const inside = (tiles: Spot[]) => tiles.every(({ x, y, width, height }) => x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= COLUMNS);

describe("tiles", () => {
  it("never lie on one another and never leave the grid, wherever one is put", () => {
    for (const [seed, tiles] of boards(300).entries()) {
      const draw = chance(seed);
      const somewhere = () => Math.floor((draw.next().value as number) * 20) - 4;
      for (const tile of tiles) {
        const after = settle(tiles, { ...tile, x: somewhere(), y: somewhere(), width: somewhere(), height: somewhere() });
        expect(free(after) && inside(after) && after.length === tiles.length).toBe(true);
      }
    }
  });

  it("do not float", () => {
    for (const tiles of boards(100)) expect(rise(rise(tiles))).toEqual(rise(tiles));
    expect(rise([{ id: "a", x: 0, y: 7, width: 4, height: 2 }])).toEqual([{ id: "a", x: 0, y: 0, width: 4, height: 2 }]);
  });

  it("make room for the one that is moved", () => {
    const tiles = [{ id: "a", x: 0, y: 0, width: 6, height: 2 }, { id: "b", x: 6, y: 0, width: 6, height: 2 }];
    const after = settle(tiles, { ...(tiles[1] as Spot), x: 0 });
    expect(after.map(({ id, x, y }) => [id, x, y])).toEqual([["b", 0, 0], ["a", 0, 2]]);
  });

  it("obey the arrows", () => {
    const tiles = [{ id: "a", x: 0, y: 0, width: 6, height: 2 }, { id: "b", x: 0, y: 2, width: 6, height: 3 }];
    const a = tiles[0] as Spot;
    expect(byKey(tiles, a, "ArrowRight", false)?.find(({ id }) => id === "a")?.x).toBe(1);
    expect(byKey(tiles, a, "ArrowRight", true)?.find(({ id }) => id === "a")?.width).toBe(7);
    expect(byKey(tiles, a, "ArrowDown", false)?.map(({ id, y }) => [id, y])).toEqual([["b", 0], ["a", 3]]);
    expect(byKey(tiles, a, "Enter", false)).toBeNull();
  });
});
