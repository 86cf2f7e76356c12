'use client';
// The wall's two keys: F for full screen, T for dark or light. Both only change how this one screen looks.
import { useEffect } from 'react';

export function useWallKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // By place on the keyboard, so that they work under a Kyrgyz or Russian layout too.
      if (event.code === 'KeyF') toggleFullScreen();
      else if (event.code === 'KeyT') toggleTheme();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function toggleFullScreen(): void {
  // Refused by the browser in a frame or without a key press: nothing to do about it then.
  if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.().catch(() => undefined);
  else document.exitFullscreen().catch(() => undefined);
}

function toggleTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store does not exist on a hall's plain http page
  document.cookie = `eles_wall_theme=${root.dataset.theme}; path=/screen; max-age=31536000; samesite=lax`;
}
