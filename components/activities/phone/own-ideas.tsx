/** @jsxImportSource preact */
// Writing ideas and looking after one's own: the same desk for open answers and for ideas per theme and horizon.
import type { ComponentChildren } from 'preact';
import { IDEA_MAX_LENGTH } from '../../../server/engine/limits';
import { cleanText, textLength } from '../../../server/engine/text/clean';
import type { ActivityId } from '../../../server/engine/vocabulary';
import { CommandForm, Withdraw } from '../../live/phone/parts/command-form';
import { TextField } from '../../live/phone/parts/fields';
import { LanguageMark } from '../../live/phone/parts/language-mark';
import type { OwnIdea } from '../../live/phone/parts/own';
import type { Page } from '../../live/phone/parts/page';
import { OwnStatus, Unsent } from '../../live/phone/parts/status';
import { UnsentDraft } from '../../live/phone/parts/unsent-draft';
import { SimilarIdeas, SupportedIdeas } from './similar-ideas';

export function OwnIdeas({
  page,
  activity,
  label,
  mineTitle,
  placeOf,
  children,
}: {
  readonly page: Page;
  readonly activity: { readonly id: ActivityId; readonly status: string; readonly maxPerPerson: number };
  readonly label: string;
  readonly mineTitle: string;
  /** Theme and horizon of an idea in words. */
  readonly placeOf?: (idea: Pick<OwnIdea, 'themeId' | 'horizonId'>) => string;
  /** Further fields of the form, given the place of its drafts. */
  readonly children?: (base: string) => ComponentChildren;
}) {
  const { say } = page.words;
  const mine = page.own.ideas.filter(({ activityId }) => activityId === activity.id);
  const left = activity.maxPerPerson - mine.filter(({ withdrawing }) => !withdrawing).length;
  const open = activity.status === 'open';
  const edited = mine.find(({ id }) => id === page.editing);
  const editing = edited !== undefined;
  const base = editing ? (page.editing as string) : activity.id;
  const ideaId = editing ? (page.editing as string) : page.nonce;
  const text = page.drafts[`${base}.text`] ?? '';
  const latest = mine[mine.length - 1];
  return (
    <>
      {open && (left > 0 || editing) ? (
        <CommandForm
          page={page}
          type="idea.submit"
          draft={base}
          className="card desk"
          fields={{ activityId: activity.id, ideaId, pageLang: page.locale }}
        >
          <TextField page={page} name="text" base={base} label={label} rows={4} required />
          <LanguageMark page={page} base={base} text={text} />
          <Counter page={page} text={text} />
          {editing ? null : <SimilarIdeas page={page} />}
          {children?.(base)}
          <div class="row">
            <button class="primary" type="submit">
              {say(editing ? 'save' : 'send')}
            </button>
            {editing ? (
              <a class="button" href={`/j/${page.code}`} data-do="cancel">
                {say('cancel')}
              </a>
            ) : null}
          </div>
          {text !== (edited?.text ?? '') ? (
            <Unsent page={page} />
          ) : latest === undefined || editing ? null : (
            <LastSent page={page} idea={latest} />
          )}
        </CommandForm>
      ) : (
        <UnsentDraft page={page} text={text} />
      )}
      {open ? <p class="soft">{left > 0 ? say('sendMore', { left }) : say('sendNoMore')}</p> : null}
      {mine.length === 0 ? null : (
        <section class="mine">
          <h2>{mineTitle}</h2>
          <ul>
            {mine.map((idea) => (
              <OwnIdeaItem key={idea.id} page={page} idea={idea} open={open} place={placeOf?.(idea)} />
            ))}
          </ul>
        </section>
      )}
      <SupportedIdeas page={page} activityId={activity.id} open={open} placeOf={placeOf} />
    </>
  );
}

function Counter({ page, text }: { readonly page: Page; readonly text: string }) {
  const left = IDEA_MAX_LENGTH - textLength(cleanText(text));
  return (
    <p class={left < 0 ? 'counter over' : 'counter live-only'}>
      {left < 0
        ? page.words.say('charactersOver', { count: -left })
        : page.words.say('charactersLeft', { count: left })}
    </p>
  );
}

/** Right under the button just pressed, where the eye is. The list below says it for every idea. */
function LastSent({ page, idea }: { readonly page: Page; readonly idea: OwnIdea }) {
  return (
    <p class="last-sent">
      <OwnStatus page={page} item={idea} />
      <span class="soft" dir="auto" lang={idea.lang}>
        {idea.text}
      </span>
    </p>
  );
}

function OwnIdeaItem({
  page,
  idea,
  open,
  place,
}: {
  readonly page: Page;
  readonly idea: OwnIdea;
  readonly open: boolean;
  readonly place: string | undefined;
}) {
  const { say } = page.words;
  return (
    <li class={idea.withdrawing ? 'own leaving' : 'own'}>
      {place === undefined || place === '' ? null : <p class="place">{place}</p>}
      <p class="text" dir="auto" lang={idea.lang}>
        {idea.text}
      </p>
      <p class="meta">
        <OwnStatus page={page} item={idea} />
        {idea.supported ? <span class="status">{say('supportedByOthers')}</span> : null}
      </p>
      {open && !idea.withdrawing ? (
        <div class="row">
          {idea.supported ? null : (
            <a class="button small" href={`/j/${page.code}?edit=${idea.id}`} data-do="edit" data-id={idea.id}>
              {say('edit')}
            </a>
          )}
          <Withdraw page={page} type="idea.withdraw" label="withdraw" fields={{ ideaId: idea.id }} />
        </div>
      ) : null}
    </li>
  );
}
