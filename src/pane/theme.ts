import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const FONTS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };

const DARK_QUERY = '(prefers-color-scheme: dark)';

function watchSystem(changed: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The theme of the program around it where that says so, else the system's. */
export function usePaneTheme(dark: boolean | null): Theme {
  const system = useSyncExternalStore(watchSystem, () => window.matchMedia(DARK_QUERY).matches);
  return (dark ?? system) ? DARK : LIGHT;
}

/** Whether a background colour (`#rrggbb`) is a dark one; Office names its themes by colours. */
export function isDarkColour(colour: string): boolean {
  const digits = /^#?([0-9a-f]{6})/i.exec(colour)?.[1];
  if (!digits) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
