/** @jsxImportSource preact */
// What the room would not count: what it was, why, and what to do about it.
import type { Command } from '../../../server/engine/commands';
import { TEMPORARY_REFUSALS } from '../../../server/protocol/wire';
import { type Flash, isWritten, type Page } from './parts/page';
import { Icon } from './parts/status';
import type { Words } from './parts/words';

export function FlashCard({ page, flash }: { readonly page: Page; readonly flash: Flash }) {
  if (flash.kind === 'counted') {
    return (
      <p class="flash counted" role="status">
        <Icon name="counted" />
        {page.words.say('counted')}
      </p>
    );
  }
  return (
    <div class="flash refused" role="alert">
      <p>
        <Icon name="refused" />
        <strong>{page.words.say('refused')}</strong>
      </p>
      {/* A form is sent again by nobody else. */}
      <p>{TEMPORARY_REFUSALS.includes(flash.code) ? page.words.say('notNow') : page.words.refusal(flash.code)}</p>
      {/* Whoever is not in (no cookies) has no field that it could come back to. */}
      {page.own.groupId === undefined
        ? Object.entries(page.drafts).map(([key, text]) =>
            isWritten(key) && text !== '' ? (
              <p class="text" dir="auto" key={key}>
                {text}
              </p>
            ) : null,
          )
        : null}
    </div>
  );
}

/** What was written, or the level that was given. */
function saidIn({ say }: Words, command: Command): string | undefined {
  if (command.type === 'idea.submit') return command.text;
  if (command.type === 'action.submit') return command.what;
  return command.type === 'endorsement.give' ? say(`level${command.level}`) : undefined;
}

/** Whichever its button is called, what was written goes back into its field. */
export function RefusalCards({ page }: { readonly page: Page }) {
  const { say, refusal } = page.words;
  const current = page.view.activity;
  return page.own.refusals.map(({ command, entryId, code }) => {
    const said = saidIn(page.words, command);
    const hasField = /submit$/.test(command.type) && current?.status === 'open';
    return (
      <div class="flash refused" key={entryId}>
        <p>
          <Icon name="refused" />
          <strong>{say('refused')}</strong>
        </p>
        <p>{refusal(code)}</p>
        {said === undefined ? null : (
          <p class="text" dir="auto">
            {said}
          </p>
        )}
        <button type="button" data-do="back" data-id={entryId}>
          {say(hasField && 'activityId' in command && command.activityId === current.id ? 'changeAndSend' : 'dismiss')}
        </button>
      </div>
    );
  });
}
