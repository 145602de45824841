/** Steps as the questions write them: `a > b | c`. A name that holds a sign stands in double quotes; what follows a
 * name in square brackets are its conditions and belong to it. */
export type Steps = string[][];

const PIECES = /"([^"]*)"\s*(\[[^\]]*\])?|([>|])|((?:\[[^\]]*\]|[^">|[])+)/g;

export function readSteps(written: string | undefined): Steps {
  const steps: Steps = [];
  let current: string[] = [];
  for (const [, quoted, conditions, sign, plain] of (written ?? "").matchAll(PIECES)) {
    const name = quoted === undefined ? plain?.trim() : quoted + (conditions ?? "");
    if (name) current.push(name);
    if (sign === ">" && current.length > 0) {
      steps.push(current);
      current = [];
    }
  }
  if (current.length > 0) steps.push(current);
  return steps;
}

export function writeSteps(steps: Steps): string {
  return steps.filter((step) => step.length > 0).map((step) => step.map(writeName).join(" | ")).join(" > ");
}

function writeName(name: string): string {
  const { name: alone, inside } = apart(name);
  return /[>|]/.test(alone) ? `"${alone}"${inside === null ? "" : `[${inside}]`}` : name;
}

/** A name and what its brackets hold; null without brackets. */
export function apart(name: string): { name: string; inside: string | null } {
  const found = /^([^[]+)\[([^\]]*)\]$/.exec(name);
  return found ? { name: (found[1] as string).trim(), inside: found[2] as string } : { name, inside: null };
}

/** The steps with one of them moved to another place. */
export function moved<T>(steps: T[], from: number, to: number): T[] {
  const rest = steps.filter((_, i) => i !== from);
  const step = steps[from];
  return step === undefined ? steps : [...rest.slice(0, to), step, ...rest.slice(to)];
}
