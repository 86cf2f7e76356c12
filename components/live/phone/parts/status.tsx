/** @jsxImportSource preact */
// What became of a thing, in words with a picture.
import type { SendState } from './own';
import type { Page } from './page';

const ICONS = {
  queued: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  sent: 'M12 19V6M6 12l6-6 6 6',
  counted: 'M5 12.5l4.5 4.5L19 7.5',
  refused: 'M12 7v6M12 16.5v.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  offline: 'M3 9a14 14 0 0 1 18 0M6.5 12.5a9 9 0 0 1 11 0M10 16a3 3 0 0 1 4 0M4 4l16 16',
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** Says in words what became of a thing; the colour only helps. */
export function Status({ page, state }: { readonly page: Page; readonly state: SendState | 'refused' }) {
  return (
    <span class={`status ${state}`}>
      <Icon name={state} />
      {page.words.say(state)}
    </span>
  );
}

/** Of something of one's own; what the facilitator has set aside counts for nothing meanwhile. */
export function OwnStatus({
  page,
  item: { state, hidden },
}: {
  readonly page: Page;
  readonly item: { readonly state: SendState; readonly hidden?: true };
}) {
  return hidden ? <span class="status">{page.words.say('setAside')}</span> : <Status page={page} state={state} />;
}

/** Under a field whose words the room has not been sent: whether typed just now or given back. */
export function Unsent({ page }: { readonly page: Page }) {
  return (
    <p class="last-sent">
      <span class="status">{page.words.say('unsent')}</span>
    </p>
  );
}
