/** @jsxImportSource preact */
// Ideas of others: like the one being typed, and those that this person supports.
import type { ActivityId } from '../../../server/engine/vocabulary';
import { Withdraw } from '../../live/phone/parts/command-form';
import type { OwnSupport } from '../../live/phone/parts/own';
import type { Page } from '../../live/phone/parts/page';
import { Status } from '../../live/phone/parts/status';

/** Right under the words being typed; only the script asks for them. */
export function SimilarIdeas({ page }: { readonly page: Page }) {
  const { say } = page.words;
  if (page.similar.length === 0) return <JustSupported page={page} />;
  return (
    <section class="similar" aria-label={say('similarTitle')}>
      <p class="place">{say('similarTitle')}</p>
      <ul>
        {page.similar.map(({ ideaId, text, lang, kind }) => (
          <li key={ideaId}>
            {kind === 'same' ? null : (
              <p class="soft">{say(kind === 'opposite' ? 'similarOpposite' : 'similarTranslation')}</p>
            )}
            <p class="text" dir="auto" lang={lang} id={`similar-${ideaId}`}>
              {text}
            </p>
            {kind === 'opposite' ? null : (
              <button
                class="small"
                type="button"
                data-do="support"
                data-id={ideaId}
                aria-describedby={`similar-${ideaId}`}
              >
                {say('supportThis')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the eye was when it was tapped; the list below has it too. */
function JustSupported({ page }: { readonly page: Page }) {
  const support = page.own.supports.find(({ id }) => id === page.justSupported);
  if (support === undefined) return null;
  return (
    <p class="last-sent">
      <Status page={page} state={support.state} />
      <span class="soft" dir="auto" lang={support.lang}>
        {page.words.say('supportOf', { text: support.text })}
      </span>
    </p>
  );
}

export function SupportedIdeas({
  page,
  activityId,
  open,
  placeOf,
}: {
  readonly page: Page;
  readonly activityId: ActivityId;
  readonly open: boolean;
  readonly placeOf?: ((idea: Pick<OwnSupport, 'themeId' | 'horizonId'>) => string) | undefined;
}) {
  const { say } = page.words;
  const supports = page.own.supports.filter((support) => support.activityId === activityId);
  if (supports.length === 0) return null;
  return (
    <section class="mine">
      <h2>{say('mySupports')}</h2>
      <ul>
        {supports.map((idea) => (
          <li key={idea.id} class={idea.withdrawing ? 'own leaving' : 'own'}>
            {placeOf === undefined || placeOf(idea) === '' ? null : <p class="place">{placeOf(idea)}</p>}
            <p class="text" dir="auto" lang={idea.lang}>
              {idea.text}
            </p>
            <p class="meta">
              <Status page={page} state={idea.state} />
            </p>
            {open && !idea.withdrawing ? (
              <Withdraw page={page} type="idea.unsupport" label="unsupport" fields={{ ideaId: idea.id }} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
