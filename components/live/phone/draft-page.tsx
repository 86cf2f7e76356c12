/** @jsxImportSource preact */
// The draft vision to read on the phone: per theme, goals with their actions, and what starts now.
import { wordingIn } from '../../../server/engine/draft/wording';
import type { DraftView, LineView } from '../../../server/engine/views';
import { localText, type Page } from './page';

/** From where we stand, over what we want, to what starts now. Actions hang under their goal. */
const KINDS = ['need', 'goal', 'step'] as const;
const KIND = { need: 'lineNeed', goal: 'lineGoal', step: 'lineStep', action: 'lineAction' } as const;

export function DraftPage({ page, draft }: { readonly page: Page; readonly draft: DraftView }) {
  const lines = Object.values(draft.lines).sort((a, b) => a.order - b.order);
  return (
    <article class="draft">
      <h2>{page.words.say('draftTitle')}</h2>
      {page.view.themes.map((theme) => {
        const own = lines.filter(({ themeId }) => themeId === theme.id);
        if (own.length === 0) return null;
        return (
          <section class="card" key={theme.id}>
            <h3>{localText(page, theme.name)}</h3>
            {KINDS.map((kind) => (
              <Part key={kind} page={page} kind={kind} lines={own} />
            ))}
          </section>
        );
      })}
      {draft.open === undefined ? null : (
        <section class="card">
          <h3>{page.words.say('openTitle')}</h3>
          {draft.open.map((point) => {
            const line = point.reason === 'tied' ? { text: point.priority } : draft.lines[point.lineId];
            const words = line === undefined ? undefined : wordingIn(line, page.locale);
            return (
              <div class="draft-line" key={`${point.reason} ${words?.text}`}>
                <p class="text" lang={words?.lang}>
                  {words?.text}
                </p>
                <p class="soft">{page.words.say(`open_${point.reason}`)}</p>
              </div>
            );
          })}
        </section>
      )}
    </article>
  );
}

function Part({
  page,
  kind,
  lines,
}: {
  readonly page: Page;
  readonly kind: (typeof KINDS)[number];
  readonly lines: readonly LineView[];
}) {
  const own = lines.filter((line) => line.kind === kind);
  if (own.length === 0) return null;
  return (
    <div class={`part ${kind}`}>
      <p class="place">{page.words.say(KIND[kind])}</p>
      {own.map((line) => (
        <DraftLine
          key={line.id}
          page={page}
          line={line}
          actions={lines.filter(({ goalLineId, alsoUnder }) => goalLineId === line.id || alsoUnder?.includes(line.id))}
        />
      ))}
    </div>
  );
}

function DraftLine({
  page,
  line,
  actions,
}: {
  readonly page: Page;
  readonly line: LineView;
  readonly actions: readonly LineView[];
}) {
  const { action } = line;
  const words = wordingIn(line, page.locale);
  const mark = line.endorsement?.mark;
  const facts = action === undefined ? [] : [action.who, action.byWhen, action.means].filter((fact) => fact !== '');
  return (
    <div class={`draft-line ${line.kind}`}>
      {line.kind === 'action' ? <p class="place">{page.words.say(KIND.action)}</p> : null}
      <p class="text" lang={words.lang}>
        {words.text}
      </p>
      {facts.length === 0 ? null : (
        <p class="soft" lang={line.text.lang}>
          {facts.join(' · ')}
        </p>
      )}
      {mark === undefined ? null : <p class={`mark ${mark}`}>{page.words.say(`mark_${mark}`)}</p>}
      {actions.map((inner) => (
        <DraftLine key={inner.id} page={page} line={inner} actions={[]} />
      ))}
    </div>
  );
}
