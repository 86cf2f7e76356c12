// Draws the page anew each second, for as long as something on it counts down.

export function createSecondHand(isCounting: () => boolean, tick: () => void): { look(): void; close(): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  function close(): void {
    clearInterval(timer);
    timer = undefined;
  }
  function onSecond(): void {
    look();
    tick();
  }
  function look(): void {
    if (isCounting()) timer ??= setInterval(onSecond, 1_000);
    else close();
  }
  return { look, close };
}
