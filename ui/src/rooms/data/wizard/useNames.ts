import { known, type TextKey, useTexts } from "~/texts/texts";
import type { Role } from "./mapping";

/** What roles and uses of columns are called. */
export function useUseNames() {
  const { say } = useTexts();
  const named = (key: string, otherwise: string) => (known(key) ? say(key as TextKey) : otherwise);
  return {
    role: (role: Role) => named(`import.role_${role || "none"}`, role),
    use: (use: string) => named(`import.use_${use}`, use),
    scale: (scale: string) => named(`import.scale_${scale}`, scale),
  };
}
