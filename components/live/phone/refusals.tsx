/** @jsxImportSource preact */
// What the room would not count: what it was, why, and what to do about it.
import type { Refusal } from './own';
import type { Flash, Page } from './page';
import { Icon } from './parts';

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
      <p>{page.words.refusal(flash.code)}</p>
    </div>
  );
}

function ownText({ command }: Refusal): string | undefined {
  if (command.type === 'idea.submit') return command.text;
  if (command.type === 'action.submit') return command.what;
  return undefined;
}

export function RefusalCards({ page }: { readonly page: Page }) {
  const { say } = page.words;
  const current = page.view.activity;
  return (
    <>
      {page.own.refusals.map((refusal) => {
        const text = ownText(refusal);
        const { command, entryId, code } = refusal;
        const correctable =
          text !== undefined &&
          'activityId' in command &&
          command.activityId === current?.id &&
          current.status === 'open';
        return (
          <div class="flash refused" key={entryId}>
            <p>
              <Icon name="refused" />
              <strong>{say('refused')}</strong>
            </p>
            <p>{page.words.refusal(code)}</p>
            {text === undefined ? null : (
              <p class="text" dir="auto">
                {text}
              </p>
            )}
            <div class="row">
              {correctable ? (
                <button type="button" data-do="correct" data-id={entryId}>
                  {say('changeAndSend')}
                </button>
              ) : null}
              <button type="button" data-do="dismiss" data-id={entryId}>
                {say('dismiss')}
              </button>
            </div>
          </div>
        );
      })}
    </>
  );
}
