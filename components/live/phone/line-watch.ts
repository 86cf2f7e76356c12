// Whether the line has been gone for longer than a blink: shorter breaks are repaired unseen.

const OFFLINE_PATIENCE_MS = 3_000;

export type LineWatch = {
  isDown(): boolean;
  /** The line may have gone or come. */
  look(): void;
  /** Time that passed unseen does not count. */
  beginAnew(): void;
  close(): void;
};

export function watchLine({
  isOnline,
  changed,
  cameUp,
}: {
  readonly isOnline: () => boolean;
  readonly changed: () => void;
  readonly cameUp: () => void;
}): LineWatch {
  let downSince: number | undefined = Date.now();
  let wasOnline = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDown = () => downSince !== undefined && Date.now() - downSince >= OFFLINE_PATIENCE_MS;

  function look(): void {
    const online = isOnline();
    if (online) downSince = undefined;
    else downSince ??= Date.now();
    clearTimeout(timer);
    if (downSince !== undefined && !isDown()) {
      timer = setTimeout(changed, OFFLINE_PATIENCE_MS - (Date.now() - downSince) + 10);
    }
    if (online && !wasOnline) cameUp();
    wasOnline = online;
  }

  return {
    isDown,
    look,
    beginAnew() {
      if (downSince !== undefined) downSince = Date.now();
      look();
    },
    close: () => clearTimeout(timer),
  };
}
